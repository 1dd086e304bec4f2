package io.utl.gateway.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.CheckpointEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.config.settings.GatewaySettings;
import io.utl.config.source.SettingsException;
import io.utl.config.source.SettingsLoader;
import io.utl.gateway.journal.Recovered;
import io.utl.gateway.journal.SummingMachine;
import io.utl.gateway.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal that cannot be recovered becomes: a sentence and an exit code. */
final class HostingTest
{
    @TempDir
    private Path data;

    @Test
    void aCommandThatCannotBeAppliedAgainIsExitOneAndNamed() throws Exception
    {
        final GatewaySettings settings = settings();
        final Recovered first = Hosting.recover(settings, SummingMachine::new);
        final Pipeline pipeline = Hosting.pipeline(first, settings, (cause, sequence, line) -> { });
        pipeline.start();
        final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
        final CheckpointEncoder checkpoint = new CheckpointEncoder()
            .wrapAndApplyHeader(command, 0, new MessageHeaderEncoder());
        assertTrue(pipeline.ingress().offer(InputClass.FACT, 0, command, 0,
            MessageHeaderEncoder.ENCODED_LENGTH + checkpoint.encodedLength()));
        assertTrue(pipeline.stop(10));
        forgetSnapshots();

        final StartException refusal = assertThrows(StartException.class,
            () -> Hosting.recover(settings, sink -> new SummingMachine(sink).failAt(1)));
        assertEquals(StartException.ERROR, refusal.exitCode());
        assertTrue(refusal.getMessage().startsWith("seq=1 cannot be applied: "), refusal.getMessage());
        Hosting.recover(settings, SummingMachine::new).close();
    }

    private GatewaySettings settings() throws SettingsException
    {
        return new SettingsLoader("demo").load(null,
            List.of("utl.data=" + data, "utl.journal.block=1MB"), Map.of());
    }

    private void forgetSnapshots() throws IOException
    {
        try (Stream<Path> snapshots = Files.list(data.resolve("snapshots")))
        {
            for (final Path snapshot : snapshots.toList())
            {
                Files.delete(snapshot);
            }
        }
    }
}
