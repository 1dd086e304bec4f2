package io.utl.gateway.tools;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.gateway.launch.Endpoints;
import io.utl.gateway.tools.fix.FixSend;
import io.utl.gateway.tools.fix.FixTour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** FIX from the command line, as an ordinary client. */
@Command(name = "fix", description = "Talk FIX 4.4 to a gateway as an ordinary client: send, tour.",
    subcommands = {FixCommand.Send.class, FixCommand.Tour.class})
final class FixCommand implements Runnable
{
    private static final long WAIT_MS = 5_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Override
    public void run()
    {
        throw new ParameterException(spec.commandLine(), "say send or tour");
    }

    /** Sends lines and shows what comes back. */
    @Command(name = "send", sortOptions = false,
        description = "Log on with a QuickFIX/J configuration, send messages, print both directions and the outcome.",
        footer = {
            "",
            "Example:",
            "  ./utl fix send examples/fix-client/client.cfg 'D 11=a1 55=BTC-USDT 54=1 38=0.01 40=1' \\",
            "      'H 11=a1 55=BTC-USDT 54=1'",
            "A line is a message type and its fields; ClOrdID (11) and TransactTime (60) are added where absent.",
            "Exit codes: 0 every line took effect, 1 one did not, 2 a line or the file cannot be read."
        })
    static final class Send implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Option(names = "--data", paramLabel = "DIR", description = "Connect to the gateway that runs on DIR.")
        private Path data;

        @Option(names = "--host", paramLabel = "HOST", description = "Instead of the file's.")
        private String host;

        @Option(names = "--port", paramLabel = "PORT", description = "Instead of the file's.")
        private int port;

        @Option(names = "--wait", paramLabel = "MS", description = "Longest wait for an outcome (${DEFAULT-VALUE}).")
        private long waitMs = WAIT_MS;

        @Parameters(index = "0", paramLabel = "CFG", description = "QuickFIX/J configuration with one session.")
        private Path file;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "LINE", description = "Messages, one each.")
        private List<String> lines;

        @Override
        public Integer call() throws IOException, InterruptedException
        {
            if (data != null)
            {
                final String address = Endpoints.read(data).path("fix").asText();
                host = address.substring(0, address.lastIndexOf(':'));
                port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            }
            return new FixSend(System.out, System.err).run(file, lines, host, port, waitMs);
        }
    }

    /** What a new client tries first. */
    @Command(name = "tour", sortOptions = false,
        description = "Try what a new client tries first: order, status, replace, cancel, fill, repeat, mass cancel; " +
            "checks every answer.",
        footer = {"", "Example: ./utl fix tour --data ./var", "Exit codes: 0 all as expected, 1 not."})
    static final class Tour implements Callable<Integer>
    {
        @Mixin
        private HelpOption help;

        @Option(names = "--data", paramLabel = "DIR", defaultValue = "./var",
            description = "Of the running gateway (./var).")
        private Path data;

        @Option(names = "--symbol", paramLabel = "SYMBOL", description = "To trade; the demo's own otherwise.")
        private String symbol;

        @Option(names = "--qty", paramLabel = "QTY", defaultValue = "0.01", description = "Of each order (0.01).")
        private String qty;

        @Option(names = "--price", paramLabel = "PRICE",
            description = "At which a buy trades now; a market order finds it otherwise.")
        private String price;

        @Option(names = "--wait", paramLabel = "MS", description = "Longest wait for an answer (${DEFAULT-VALUE}).")
        private long waitMs = WAIT_MS;

        @Override
        public Integer call() throws IOException, InterruptedException
        {
            final JsonNode endpoints = Endpoints.read(data);
            final String address = endpoints.path("fix").asText();
            final int colon = address.lastIndexOf(':');
            final JsonNode demo = endpoints.path("demo");
            return new FixTour(new FixTour.Settings(address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1)), demo.path("fix").path("senderCompId").asText(),
                demo.path("fix").path("password").asText(), symbol == null ? demo.path("symbol").asText() : symbol,
                qty, price, waitMs), System.out).run();
        }
    }
}
