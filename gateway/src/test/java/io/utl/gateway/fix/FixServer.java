package io.utl.gateway.fix;

import io.utl.gateway.tools.fix.FixClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import quickfix.ConfigError;

/** A running acceptor before a fake core, on a free port, with its own directory. */
final class FixServer implements AutoCloseable
{
    static final FixSession FUND1 = new FixSession(1, "FUND1", "FUND1", "FUND1", "demo", false);
    static final FixSession MM1 = new FixSession(2, "MM1", "MM1", "MM1", "demo", false);
    static final FixSession AUDIT = new FixSession(3, "AUDIT", "FUND1", "AUDIT", "demo", true);
    static final FixSession LATER = new FixSession(4, "LATER", "LATER", "LATER", "demo", false);

    final FakeCore core = new FakeCore();
    final FixAcceptor acceptor;
    private final Path directory;

    FixServer() throws IOException
    {
        this(settings -> settings, FUND1, MM1, AUDIT);
    }

    /** Sessions of two servers must differ: QuickFIX/J keeps one register for the whole process. */
    FixServer(final UnaryOperator<FixSettings> change, final FixSession... sessions) throws IOException
    {
        directory = Files.createTempDirectory("utl-fix");
        acceptor = new FixAcceptor(
            change.apply(FixSettings.of("127.0.0.1", 0, directory, List.of(sessions))), core);
        core.egress(acceptor.egress());
        acceptor.start();
    }

    FixClient client(final String senderCompId, final String password, final PrintStream out) throws ConfigError
    {
        return new FixClient(FixClient.settings("127.0.0.1", acceptor.port(), senderCompId, password), out);
    }

    @Override
    public void close() throws IOException
    {
        acceptor.close();
        core.close();
        try (Stream<Path> files = Files.walk(directory))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
    }
}
