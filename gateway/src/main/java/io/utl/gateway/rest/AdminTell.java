package io.utl.gateway.rest;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.sbe.CommandFailedDecoder;
import io.utl.codecs.sbe.CommandRefusedDecoder;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.OrderCancelRejectDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * {@code POST /tell}: one line in, the lines that followed from it out. Lines are submitted one after the other under
 * one session, so the next command whose events name that session is the one asked for; all its events are the answer.
 * <p>
 * Answers: 200 applied; 409 refused, with the lines that say why; 400 the line cannot be read; 503 the inbound ring is
 * full, not executed; 504 no event followed in time, outcome unknown.
 * Thread: encoding and answering on a thread of its own; {@link #onEvent} on the egress thread, which only copies.
 */
public final class AdminTell implements HttpResource, EgressPort, AutoCloseable
{
    private static final int APPLIED = 200;
    private static final int REFUSED = 409;
    private static final int AUTHOR_LENGTH = 32;
    private static final int MOST_WAITING = 64;
    private static final long QUIET_MS = 250;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task ->
    {
        final Thread made = new Thread(task, "admin-tell");
        made.setDaemon(true);
        return made;
    });
    private final UnsafeBuffer command =
        new UnsafeBuffer(new byte[CommandFrame.MAX_LENGTH - CommandFrame.HEADER_LENGTH]);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final ArrayDeque<Tell> waiting = new ArrayDeque<>();
    private final IngressPort ingress;
    private final int session;
    private final TellLanguage language;
    private final long patienceMs;
    private Tell current;
    private Future<?> deadline;

    /** Events of the command that passes now; egress thread only. */
    private final List<EventFrame> passing = new ArrayList<>();
    private long passingSequence;
    private boolean passingIsOurs;
    private volatile boolean asked;

    private record Tell(String line, String author, Consumer<HttpAnswer> reply)
    {
    }

    /**
     * @param session    number that only this door uses.
     * @param patienceMs how long to wait for the first event.
     */
    public AdminTell(final IngressPort ingress, final int session, final TellLanguage language, final long patienceMs)
    {
        this.ingress = ingress;
        this.session = session;
        this.language = language;
        this.patienceMs = patienceMs;
    }

    @Override
    public void answer(final Request request, final Consumer<HttpAnswer> reply)
    {
        final String line = request.body().strip();
        final String author = request.query().getOrDefault("author", "operator");
        if (line.isEmpty() || line.indexOf('\n') >= 0)
        {
            reply.accept(HttpAnswer.problem(400, "MALFORMED", "the body must be one line: one command"));
            return;
        }
        if (!author.matches("[!-~]{1," + AUTHOR_LENGTH + "}"))
        {
            reply.accept(HttpAnswer.problem(400, "INVALID_FIELD",
                "author must be 1 to " + AUTHOR_LENGTH + " printable ASCII characters without blanks"));
            return;
        }
        thread.execute(() -> enqueue(new Tell(line, author, reply)));
    }

    private void enqueue(final Tell tell)
    {
        if (waiting.size() >= MOST_WAITING)
        {
            tell.reply().accept(busy("more than " + MOST_WAITING + " lines are waiting"));
            return;
        }
        waiting.add(tell);
        next();
    }

    private void next()
    {
        while (current == null && !waiting.isEmpty())
        {
            submit(waiting.remove());
        }
    }

    private void submit(final Tell tell)
    {
        final int length;
        final int templateId;
        try
        {
            command.setMemory(0, command.capacity(), (byte)0);
            length = language.command(tell.line(), command);
            templateId = header.wrap(command, 0).templateId();
        }
        catch (final IllegalArgumentException e)
        {
            tell.reply().accept(HttpAnswer.problem(400, "MALFORMED", e.getMessage(), "not_executed"));
            return;
        }
        final String refusal = OperatorCommands.refusal(templateId);
        if (refusal != null)
        {
            tell.reply().accept(HttpAnswer.problem(400, "NOT_PERMITTED", refusal, "not_executed"));
            return;
        }
        OperatorCommands.sign(command, templateId, tell.author());
        asked = true;
        if (!ingress.offer(OperatorCommands.inputClass(templateId), session, command, 0, length))
        {
            asked = false;
            tell.reply().accept(busy("the inbound ring is full"));
            return;
        }
        current = tell;
        final boolean quiet = OperatorCommands.tellsNothing(templateId);
        deadline = thread.schedule(() -> settle(tell, quiet ? HttpAnswer.text(APPLIED, "taken; nothing followed\n") :
            HttpAnswer.problem(504, "NO_EVENT", "no event followed within " + patienceMs +
            " ms; ./utl journal tail shows whether the command was taken", "unknown")),
            quiet ? Math.min(patienceMs, QUIET_MS) : patienceMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onEvent(final EventFrame frame, final boolean endOfBatch)
    {
        if (!asked)
        {
            return;
        }
        if (frame.sequence() != passingSequence)
        {
            passingSequence = frame.sequence();
            passingIsOurs = false;
            passing.clear();
        }
        passing.add(copy(frame));
        passingIsOurs |= frame.session() == session;
        if (passingIsOurs && (frame.flags() & EventFrame.LAST_OF_COMMAND) != 0)
        {
            asked = false;
            final List<EventFrame> events = List.copyOf(passing);
            passing.clear();
            passingSequence = 0;
            thread.execute(() -> settle(current, told(events)));
        }
    }

    private HttpAnswer told(final List<EventFrame> events)
    {
        boolean refused = false;
        final StringBuilder lines = new StringBuilder();
        for (final EventFrame event : events)
        {
            refused |= refuses(event);
            lines.append(language.event(event)).append('\n');
        }
        return HttpAnswer.text(refused ? REFUSED : APPLIED, lines.toString());
    }

    private boolean refuses(final EventFrame event)
    {
        return switch (event.templateId())
        {
            case CommandRefusedDecoder.TEMPLATE_ID, CommandFailedDecoder.TEMPLATE_ID,
                OrderCancelRejectDecoder.TEMPLATE_ID -> true;
            case ExecutionReportDecoder.TEMPLATE_ID ->
                report.wrapAndApplyHeader(event.buffer(), event.messageOffset(), header)
                    .execType() == ExecType.REJECTED;
            default -> false;
        };
    }

    private void settle(final Tell tell, final HttpAnswer answer)
    {
        if (tell == null || tell != current)
        {
            return;
        }
        current = null;
        asked = false;
        deadline.cancel(false);
        tell.reply().accept(answer);
        next();
    }

    private static EventFrame copy(final EventFrame frame)
    {
        final byte[] bytes = new byte[frame.frameLength()];
        frame.buffer().getBytes(frame.offset(), bytes);
        return new EventFrame().wrap(new UnsafeBuffer(bytes), 0);
    }

    private static HttpAnswer busy(final String detail)
    {
        return HttpAnswer.problem(503, "BUSY", detail + "; nothing was executed, try again", "not_executed");
    }

    @Override
    public void close()
    {
        thread.shutdownNow();
    }
}
