package io.utl.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.CommandAppliedEncoder;
import io.utl.codecs.sbe.CommandRefusedEncoder;
import io.utl.codecs.sbe.KillSwitchDecoder;
import io.utl.codecs.sbe.KillSwitchEncoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.TickEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AdminTellTest
{
    private static final int SESSION = 7;

    private final List<InputClass> classes = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private boolean full;
    private Runnable answer = () -> { };
    private final AdminTell tell = new AdminTell(this::offer, SESSION, new KillLanguage(), 300);

    @AfterEach
    void close()
    {
        tell.close();
    }

    @Test
    void appliedCommandAnswersWithItsEventLines() throws Exception
    {
        answer = () ->
        {
            applied(11, 3, 0, EventFrame.LAST_OF_COMMAND);
            applied(12, SESSION, 0, 0);
            applied(12, 0, 1, EventFrame.LAST_OF_COMMAND);
        };
        final HttpAnswer reply = ask("kill FUND1", "ann");
        assertEquals(200, reply.status());
        assertEquals("304 12.0\n304 12.1\n", text(reply));
        assertEquals(List.of("ann"), authors);
        assertEquals(List.of(InputClass.STOP), classes);
    }

    @Test
    void eventsBeforeTheFirstThatNamesTheSessionBelongToTheAnswerToo() throws Exception
    {
        answer = () ->
        {
            applied(12, 0, 0, 0);
            applied(12, SESSION, 1, EventFrame.LAST_OF_COMMAND);
        };
        assertEquals("304 12.0\n304 12.1\n", text(ask("kill FUND1", "ann")));
    }

    @Test
    void authorInTheLineStays() throws Exception
    {
        answer = () -> applied(12, SESSION, 0, EventFrame.LAST_OF_COMMAND);
        ask("kill FUND1 author=bob", "ann");
        assertEquals(List.of("bob"), authors);
    }

    @Test
    void refusedCommandIsAConflict() throws Exception
    {
        answer = () -> refused(12);
        final HttpAnswer reply = ask("kill NOBODY", "ann");
        assertEquals(409, reply.status());
        assertEquals("303 12.0\n", text(reply));
    }

    @Test
    void unreadableLineNamesTheToken() throws Exception
    {
        final HttpAnswer reply = ask("kiln FUND1", "ann");
        assertEquals(400, reply.status());
        assertTrue(text(reply).contains("'kiln' is no verb"), text(reply));
        assertEquals(0, classes.size());
        assertEquals(400, ask("", "ann").status());
        assertEquals(400, ask("kill FUND1\nkill MM1", "ann").status());
        assertEquals(400, ask("kill FUND1", "two words").status());
    }

    @Test
    void fullRingIsBusyAndNothingWasExecuted() throws Exception
    {
        full = true;
        final HttpAnswer reply = ask("kill FUND1", "ann");
        assertEquals(503, reply.status());
        assertTrue(text(reply).contains("\"code\":\"BUSY\""), text(reply));
        assertTrue(text(reply).contains("not_executed"), text(reply));
    }

    @Test
    void silenceIsAnUnknownOutcome() throws Exception
    {
        final HttpAnswer reply = ask("kill FUND1", "ann");
        assertEquals(504, reply.status());
        assertTrue(text(reply).contains("\"outcome\":\"unknown\""), text(reply));
    }

    @Test
    void silenceIsWhatFollowsFromATick() throws Exception
    {
        final HttpAnswer reply = ask("tick", "ann");
        assertEquals(200, reply.status());
        assertEquals("taken; nothing followed\n", text(reply));
    }

    @Test
    void linesAreSubmittedOneAfterTheOther() throws Exception
    {
        final List<CompletableFuture<HttpAnswer>> replies = new ArrayList<>();
        for (int i = 0; i < 3; i++)
        {
            final CompletableFuture<HttpAnswer> reply = new CompletableFuture<>();
            tell.answer(new HttpResource.Request(Map.of("author", "ann"), "kill FUND1"), reply::complete);
            replies.add(reply);
        }
        for (int i = 0; i < 3; i++)
        {
            final int expected = i + 1;
            await(expected);
            applied(100 + i, SESSION, 0, EventFrame.LAST_OF_COMMAND);
            assertEquals("304 " + (100 + i) + ".0\n", text(replies.get(i).get(5, TimeUnit.SECONDS)));
        }
    }

    private void await(final int offers)
    {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (offered() < offers && System.nanoTime() < deadline)
        {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000);
        }
        assertEquals(offers, offered());
    }

    private synchronized int offered()
    {
        return classes.size();
    }

    private HttpAnswer ask(final String line, final String author)
        throws InterruptedException, ExecutionException, TimeoutException
    {
        final CompletableFuture<HttpAnswer> reply = new CompletableFuture<>();
        tell.answer(new HttpResource.Request(Map.of("author", author), line), reply::complete);
        return reply.get(5, TimeUnit.SECONDS);
    }

    private synchronized boolean offer(final InputClass inputClass, final int session, final DirectBuffer buffer,
        final int offset, final int length)
    {
        if (full)
        {
            return false;
        }
        assertEquals(SESSION, session);
        classes.add(inputClass);
        if (inputClass == InputClass.STOP)
        {
            authors.add(new KillSwitchDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder())
                .author());
        }
        answer.run();
        return true;
    }

    private void applied(final long sequence, final int session, final int index, final int flags)
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        final CommandAppliedEncoder encoder = new CommandAppliedEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, new MessageHeaderEncoder());
        encoder.number(1).name("x").templateId(KillSwitchEncoder.TEMPLATE_ID).changed((short)1);
        event(buffer, encoder.encodedLength(), sequence, session, index, flags);
    }

    private void refused(final long sequence)
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        final CommandRefusedEncoder encoder = new CommandRefusedEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, new MessageHeaderEncoder());
        encoder.templateId(KillSwitchEncoder.TEMPLATE_ID).session(SESSION).reason(RejectReason.UNKNOWN_ACCOUNT)
            .text("no such account");
        event(buffer, encoder.encodedLength(), sequence, SESSION, 0, EventFrame.LAST_OF_COMMAND);
    }

    private void event(final UnsafeBuffer buffer, final int encoded, final long sequence, final int session,
        final int index, final int flags)
    {
        tell.onEvent(new EventFrame().wrap(buffer, 0).length(MessageHeaderEncoder.ENCODED_LENGTH + encoded)
            .session(session).sequence(sequence).index(index).flags(flags), true);
    }

    private static String text(final HttpAnswer answer)
    {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Knows two verbs. */
    private static final class KillLanguage implements TellLanguage
    {
        @Override
        public int command(final String line, final MutableDirectBuffer buffer)
        {
            final String[] words = line.split(" ");
            if (words[0].equals("tick"))
            {
                return MessageHeaderEncoder.ENCODED_LENGTH + new TickEncoder()
                    .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder()).encodedLength();
            }
            if (!words[0].equals("kill"))
            {
                throw new IllegalArgumentException("'" + words[0] + "' is no verb");
            }
            final KillSwitchEncoder encoder = new KillSwitchEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
            encoder.name(words[1]).engaged((short)1);
            if (words.length > 2)
            {
                encoder.author(words[2].substring("author=".length()));
            }
            encoder.reason("");
            return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        }

        @Override
        public String event(final EventFrame frame)
        {
            return frame.templateId() + " " + frame.sequence() + "." + frame.index();
        }
    }
}
