package io.utl.gateway.tools.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.InputClass;
import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.Protocol;
import io.utl.codecs.sbe.SessionDefinedEncoder;
import io.utl.gateway.journal.SummingMachine;
import io.utl.gateway.pipeline.Gateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalToolsTest
{
    @TempDir
    private Path root;

    private Gateway live;
    private String printed;

    @AfterEach
    void leave()
    {
        if (live != null)
        {
            live.kill();
        }
    }

    private int print(final ToIntFunction<PrintStream> tool)
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final int code = tool.applyAsInt(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        printed = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int verify(final StateMachine.Factory factory)
    {
        return print(out -> ReplayVerify.run(root, factory, out));
    }

    private String lastLine()
    {
        final String[] lines = printed.strip().split("\n");
        return lines[lines.length - 1];
    }

    /** Three starts: stopped, killed, stopped. */
    private void writeThreeEpochs() throws IOException
    {
        Gateway.start(root).feed(120).stop();
        Gateway.start(root).feed(77).kill();
        Gateway.start(root).feed(33).stop();
    }

    private void flip(final String stream, final int fromEnd) throws IOException
    {
        final Path file;
        try (var files = Files.walk(root.resolve(stream)))
        {
            file = files.filter(path -> path.toString().endsWith(".cq4")).sorted().findFirst().orElseThrow();
        }
        final byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (bytes[end - 1] == 0)
        {
            end--;
        }
        bytes[end - fromEnd] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void sameAfterStopsAndKills() throws IOException
    {
        writeThreeEpochs();
        assertEquals(0, verify(SummingMachine::new), printed);
        assertTrue(lastLine().matches("SAME seq=1\\.\\.\\d+ digest=[0-9a-f]{16}"), printed);
        assertTrue(printed.contains("3 epochs") && printed.contains("from nothing") && printed.contains("from seq 2"),
            printed);
    }

    @Test
    void sameOnALiveDirectoryAndSaysThatThereIsNoSnapshot() throws IOException
    {
        live = Gateway.start(root).feed(100);
        Gateway.await(() -> live.pipeline().counters().lastForcedSequence() >= 100);
        assertEquals(0, verify(SummingMachine::new), printed);
        assertTrue(printed.contains("live: read up to the mark") && printed.contains("no snapshot"), printed);
        assertTrue(lastLine().startsWith("SAME seq=1..10"), printed);
    }

    @Test
    void aMachineWithOneRoundingChangedDiffersAtTheFirstSequenceItTouches() throws IOException
    {
        writeThreeEpochs();
        assertEquals(3, verify(sink -> new SummingMachine(sink).errAt(57)), printed);
        assertTrue(lastLine().startsWith("DIFFERENT seq=57 event 57/0"), printed);
    }

    @Test
    void aMachineThatHaltsDiffersThere() throws IOException
    {
        writeThreeEpochs();
        assertEquals(3, verify(sink -> new SummingMachine(sink).failAt(60)), printed);
        assertTrue(lastLine().startsWith("DIFFERENT seq=60 "), printed);
    }

    @Test
    void aMissingTailOfEventsIsCountedAndNoDifference() throws IOException
    {
        Gateway.start(root).feed(100).kill();
        final Path events = root.resolve("events");
        try (var files = Files.walk(events))
        {
            // As if nothing of the events had reached the disk, the mark included.
            files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
        assertEquals(0, verify(SummingMachine::new), printed);
        assertTrue(printed.contains("0 events equal") && lastLine().startsWith("SAME seq=1..100"), printed);
    }

    @Test
    void aFlippedBitIsExitFourAndNamesTheSequence() throws IOException
    {
        writeThreeEpochs();
        flip("journal", 40);
        assertEquals(4, verify(SummingMachine::new), printed);
        assertTrue(lastLine().contains("corrupt journal: seq=12"), printed);
        assertEquals(4, print(out -> JournalVerify.run(root, out)));
        assertTrue(lastLine().contains("000001") && lastLine().contains("seq=12"), printed);
        assertEquals(4, print(out -> JournalDescribe.run(root, out)));
        flip("journal", 40);
        assertEquals(0, print(out -> JournalVerify.run(root, out)), printed);
        flip("events", 40);
        assertEquals(4, print(out -> JournalVerify.run(root, out)), printed);
    }

    @Test
    void describesEpochsHeadsSequencesMarkAndSnapshots() throws IOException
    {
        writeThreeEpochs();
        assertEquals(0, print(out -> JournalDescribe.run(root, out)));
        assertTrue(printed.contains("epoch 1") && printed.contains("epoch 3   follows epoch 2 at seq 198"), printed);
        assertTrue(printed.contains("build test-build") && printed.contains("ended cleanly"), printed);
        assertTrue(printed.contains("snapshots\n  seq 232"), printed);
    }

    @Test
    void tailsTheLastLinesAndDumpsARange() throws IOException
    {
        writeThreeEpochs();
        assertEquals(0, print(out -> JournalTail.run(root, 2, "", false, false, out)));
        assertEquals(2, printed.lines().count(), printed);
        assertTrue(printed.contains("> checkpoint") && printed.contains("< checkpoint-taken"), printed);
        assertEquals(0, print(out -> JournalDump.run(root, 4, 5, true, out)));
        assertTrue(printed.lines().allMatch(line -> line.matches("\\{\"sequence\":[45],.*\\}")), printed);
        assertEquals(2 + 2 + 3, printed.lines().count(), "two commands, the events of 4 and of 5");
    }

    @Test
    void tailsWhatNamesOneAccount() throws IOException
    {
        live = Gateway.start(root).feed(20);
        for (final String account : new String[]{"FUND1", "FUND12", "MM1"})
        {
            new SessionDefinedEncoder().wrapAndApplyHeader(live.messages().buffer(), 0, new MessageHeaderEncoder())
                .account(account).compId("C").author("test").number(3).protocol(Protocol.FIX);
            live.offer(InputClass.FACT, MessageHeaderEncoder.ENCODED_LENGTH + SessionDefinedEncoder.BLOCK_LENGTH);
        }
        assertTrue(live.stop());
        live = null;
        assertEquals(0, print(out -> JournalTail.run(root, 10, "FUND1", false, false, out)));
        assertEquals(1, printed.lines().count(), printed);
        assertTrue(printed.contains("FUND1") && !printed.contains("FUND12"), printed);
    }

    @Test
    void followsALiveDirectoryUntilItsOwnerEnds() throws Exception
    {
        live = Gateway.start(root).feed(10);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final Thread follower = new Thread(() -> JournalTail.run(root, 0, "", true, true,
            new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        follower.start();
        live.feed(5);
        Gateway.await(() -> bytes.toString(StandardCharsets.UTF_8).contains("\"sequence\":15,"));
        assertTrue(live.stop());
        live = null;
        follower.join(20_000);
        assertFalse(follower.isAlive());
        assertTrue(bytes.toString(StandardCharsets.UTF_8).contains("\"message\":\"checkpoint\""));
    }

    @Test
    void saysWhenThereIsNoJournal()
    {
        assertEquals(1, verify(SummingMachine::new));
        assertTrue(lastLine().contains("no journal below"), printed);
    }
}
