package io.utl.gateway.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.sbe.StartKind;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineRestartTest
{
    @TempDir
    private Path directory;

    @Test
    void continuesCleanlyAfterAStop() throws Exception
    {
        final Gateway first = Gateway.start(directory);
        assertEquals(StartKind.FIRST, first.recovered().startKind());
        first.feed(100);
        assertTrue(first.stop());
        final long digest = first.pipeline().machine().digest();
        final long last = first.pipeline().lastSequence();

        final Gateway second = Gateway.start(directory);
        assertEquals(StartKind.CLEAN, second.recovered().startKind());
        assertEquals(last, second.recovered().lastSequence());
        assertEquals(last, second.recovered().snapshotSequence());
        assertEquals(0, second.recovered().replayed());
        assertEquals(2, second.recovered().epoch());
        assertEquals(digest, second.pipeline().machine().digest());
        second.feed(10);
        assertTrue(second.stop());
        assertEquals(last + 11, second.pipeline().lastSequence());
    }

    @Test
    void replaysWhatAKilledProcessHadAppended() throws Exception
    {
        final AtomicLong events = new AtomicLong();
        final Gateway first = Gateway.start(directory, (frame, end) -> events.incrementAndGet());
        first.feed(500);
        first.kill();
        final long digest = first.pipeline().machine().digest();

        final AtomicLong told = new AtomicLong();
        final Gateway second = Gateway.start(directory, (frame, end) -> told.incrementAndGet());
        assertEquals(StartKind.PROCESS, second.recovered().startKind());
        assertEquals(500, second.recovered().lastSequence());
        assertEquals(500, second.recovered().replayed());
        assertEquals(digest, second.pipeline().machine().digest());
        assertEquals(0, told.get(), "nothing of replay reaches an edge");
        assertTrue(second.stop());
    }
}
