package io.utl.codecs.script;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bytes to text to bytes and text to bytes to text give back the same, for every template of the schema. */
class ScriptRoundTripTest
{
    private static final long SEED = Long.getLong("utl.test.seed", 20_261_121L);
    private static final int ROUNDS = 300;
    private static final int OFFSET = 3;

    private final MutableDirectBuffer written = new ExpandableArrayBuffer(8192);
    private final MutableDirectBuffer read = new ExpandableArrayBuffer(8192);
    private final ScriptWriter writer = new ScriptWriter();
    private final ScriptReader reader = new ScriptReader();

    @Test
    void everyTemplateSurvivesTheWayThroughText()
    {
        System.out.println("ScriptRoundTripTest seed " + SEED);
        final RandomMessages messages = new RandomMessages(SEED);
        int templates = 0;
        for (final MessageForm form : ScriptDictionary.get().messages())
        {
            templates++;
            for (int i = 0; i < ROUNDS; i++)
            {
                final int length = messages.write(form, written, OFFSET);
                final int session = i % 3 == 0 ? 0 : i * 7919;
                final String line = writer.format(session, written, OFFSET, length);
                read.setMemory(0, 8192, (byte)0x5A);
                final int readLength = reader.parse(line, read, OFFSET);
                assertArrayEquals(bytes(written, length), bytes(read, readLength), line);
                assertEquals(session, reader.session(), line);
                assertEquals(line, writer.format(reader.session(), read, OFFSET, readLength));
            }
        }
        assertTrue(templates > 50, "the schema has its templates, found " + templates);
    }

    @Test
    void aCommandFrameSurvivesTheWayThroughText()
    {
        final RandomMessages messages = new RandomMessages(SEED);
        final CommandFrame frame = new CommandFrame().wrap(written, OFFSET);
        for (final MessageForm form : ScriptDictionary.get().messages())
        {
            frame.length(messages.write(form, written, frame.messageOffset()));
            frame.session(form.id() % 4).sequence(form.id() * 1_000_003L).ingressNs(0);
            frame.timeNs(1_795_262_400_000_000_007L);
            final String line = writer.format(frame);
            final int length = reader.parseCommand(line, read, OFFSET);
            assertArrayEquals(bytes(written, frame.frameLength()), bytes(read, length), line);
        }
    }

    @Test
    void anEventFrameSurvivesTheWayThroughText()
    {
        final RandomMessages messages = new RandomMessages(SEED);
        final EventFrame frame = new EventFrame().wrap(written, OFFSET);
        for (final MessageForm form : ScriptDictionary.get().messages())
        {
            frame.length(messages.write(form, written, frame.messageOffset()));
            frame.session(form.id() % 4).sequence(form.id() * 1_000_003L).index(form.id() % 5).flags(form.id() % 3);
            frame.account(form.id() % 2).accountSeq(form.id() % 7).timeNs(-form.id());
            final String line = writer.format(frame);
            final int length = reader.parseEvent(line, read, OFFSET);
            assertArrayEquals(bytes(written, frame.frameLength()), bytes(read, length), line);
        }
    }

    private static byte[] bytes(final MutableDirectBuffer buffer, final int length)
    {
        final byte[] bytes = new byte[length];
        buffer.getBytes(OFFSET, bytes);
        return bytes;
    }
}
