package io.utl.connectivity.binance;

import io.utl.connectivity.book.BookPolicy;
import io.utl.connectivity.session.Backoff;
import io.utl.connectivity.transport.HttpClient;
import io.utl.connectivity.transport.HttpListener;
import io.utl.connectivity.transport.HttpReply;
import io.utl.connectivity.transport.IoLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Fetches depth snapshots, one after the other: each costs up to 250 of the venue's 6,000 weight a minute. A failed
 * one waits longer and longer, and as long as the venue's Retry-After says.
 * Thread: the IO thread.
 */
final class SnapshotSource
{
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotSource.class);
    private static final long SPACING_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MAX_RETRY_AFTER_S = 3_600;

    private final IoLoop loop;
    private final BinanceSettings settings;
    private final HttpClient http;
    private final MarketMessage message = new MarketMessage();
    private final ArrayDeque<BookPolicy> wanted = new ArrayDeque<>();
    private final Backoff backoff;
    private BookPolicy served;
    private long servedNs;
    private boolean busy;

    SnapshotSource(final IoLoop loop, final BinanceSettings settings, final HttpClient http)
    {
        this.loop = loop;
        this.settings = settings;
        this.http = http;
        this.backoff = new Backoff(settings.backoffBaseMs(), settings.backoffMaxMs(), System.nanoTime());
    }

    /** Asks for a snapshot of this book, after those asked for before. */
    void want(final BookPolicy policy)
    {
        if (wanted.contains(policy))
        {
            return;
        }
        wanted.add(policy);
        final long sinceNs = System.nanoTime() - servedNs;
        if (policy == served && sinceNs < SPACING_NS)
        {
            // The venue's snapshots lag behind its stream: asking at once would give the same one again.
            loop.after(SPACING_NS - sinceNs, TimeUnit.NANOSECONDS, this::next);
            return;
        }
        next();
    }

    /** Nothing is wanted any more; an answer under way is taken by who still waits for one. */
    void clear()
    {
        wanted.clear();
    }

    private void next()
    {
        final BookPolicy policy = busy ? null : wanted.pollFirst();
        if (policy == null)
        {
            return;
        }
        busy = true;
        http.send(BinanceWire.publicCall(settings.rest(), BinanceCall.DEPTH.rest()
            .param("symbol", policy.symbol()).param("limit", settings.depthLimit())), new HttpListener()
        {
            @Override
            public void onReply(final HttpReply reply)
            {
                busy = false;
                if (reply.ok() && taken(policy, reply.body()))
                {
                    backoff.reset();
                    next();
                    return;
                }
                again(policy, "HTTP " + reply.status(), retryAfterMs(reply));
            }

            @Override
            public void onFailure(final boolean sent, final String why)
            {
                busy = false;
                again(policy, why, 0);
            }
        });
    }

    private boolean taken(final BookPolicy policy, final byte[] body)
    {
        try
        {
            if (message.parse(body, 0, body.length) == MarketMessage.Kind.SNAPSHOT)
            {
                served = policy;
                servedNs = System.nanoTime();
                policy.onSnapshot(message.diff());
                return true;
            }
            return false;
        }
        catch (final CorruptMessageException e)
        {
            LOG.warn("{} snapshot of {} cannot be read: {}", settings.venue(), policy.symbol(), e.getMessage());
            return false;
        }
    }

    private void again(final BookPolicy policy, final String why, final long leastMs)
    {
        final long waitMs = Math.max(leastMs, backoff.nextMs());
        LOG.warn("{} gave no snapshot of {}: {}; again in {} ms", settings.venue(), policy.symbol(), why, waitMs);
        busy = true;
        loop.after(waitMs, TimeUnit.MILLISECONDS, () ->
        {
            busy = false;
            policy.onSnapshotFailed();
            next();
        });
    }

    private static long retryAfterMs(final HttpReply reply)
    {
        final String text = reply.header("Retry-After", "0");
        return text.matches("[0-9]{1,6}") ?
            TimeUnit.SECONDS.toMillis(Math.min(MAX_RETRY_AFTER_S, Integer.parseInt(text))) : 0;
    }
}
