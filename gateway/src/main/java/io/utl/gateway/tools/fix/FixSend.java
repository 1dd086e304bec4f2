package io.utl.gateway.tools.fix;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import quickfix.ConfigError;
import quickfix.Message;

/**
 * The engine of {@code utl fix send CFG LINE...}: logs on, sends each line, prints what goes and comes, waits for the
 * outcome, sums up in one sentence per line.
 * <p>
 * Thread: the caller's. Allocates freely.
 */
public final class FixSend
{
    public static final int OK = 0;
    public static final int ERROR = 1;
    public static final int USAGE = 2;
    /** After an order works, fills that come at once still belong to its answer. */
    private static final long QUIET_MS = 400;
    private static final long LOGON_MS = 10_000;

    private final PrintStream out;
    private final PrintStream err;

    public FixSend(final PrintStream out, final PrintStream err)
    {
        this.out = out;
        this.err = err;
    }

    /**
     * @param file   QuickFIX/J configuration with one session.
     * @param host   null: as in the file.
     * @param port   0: as in the file.
     * @param waitMs longest wait for the outcome of one line.
     * @return 0 if every line took effect, 1 if one did not, 2 if a line cannot be read.
     */
    public int run(final Path file, final List<String> lines, final String host, final int port, final long waitMs)
        throws InterruptedException
    {
        if (lines.isEmpty())
        {
            err.println("utl fix send: no line; write for example 'D 55=BTC-USDT 54=1 38=0.01 40=2 44=65010.00 59=1'");
            return USAGE;
        }
        try (FixClient client = new FixClient(FixClient.read(file, host, port), out))
        {
            final FixLine writer = new FixLine(System.currentTimeMillis());
            final String wrong = client.logon(LOGON_MS);
            if (wrong != null)
            {
                err.println("utl fix send: " + wrong);
                return ERROR;
            }
            int result = OK;
            for (final String line : lines)
            {
                result = Math.max(result, send(client, writer, line, waitMs));
            }
            return result;
        }
        catch (final IllegalArgumentException e)
        {
            err.println("utl fix send: " + e.getMessage());
            return USAGE;
        }
        catch (final IOException e)
        {
            err.println("utl fix send: " + file + " cannot be read: " + e.getMessage());
            return USAGE;
        }
        catch (final ConfigError e)
        {
            err.println("utl fix send: " + file + ": " + e.getMessage());
            return USAGE;
        }
    }

    private int send(final FixClient client, final FixLine writer, final String line, final long waitMs)
        throws InterruptedException
    {
        final Message request = writer.parse(line, System.currentTimeMillis());
        final FixAnswer answer = new FixAnswer(FixAnswer.type(request), request);
        if (!client.send(request))
        {
            err.println("utl fix send: the connection is gone" +
                (client.logoutText() == null ? "" : ": " + client.logoutText()));
            return ERROR;
        }
        final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
        while (!answer.settled())
        {
            final long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            final Message message = leftMs <= 0 ? null :
                client.next(answer.answered() ? Math.min(QUIET_MS, leftMs) : leftMs);
            if (message == null)
            {
                break;
            }
            answer.accept(message);
        }
        out.println(answer.sentence());
        if (!answer.answered())
        {
            err.println("utl fix send: no outcome within " + waitMs + " ms for '" + line + "'; ask with 'H 11=...'");
        }
        return answer.succeeded() ? OK : ERROR;
    }
}
