package io.utl.gateway.core.risk;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.LimitKind;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Limits by kind, account and instrument, 0 standing for all. The narrowest wins: account and symbol, account, symbol,
 * firm.
 * <p>
 * Thread: core. Allocates: when a limit is set. Cost of {@link #find}: at most four probes.
 */
public final class Limits
{
    private final Long2ObjectHashMap<Amount> byKey = new Long2ObjectHashMap<>();
    private final TreeMap<Long, Amount> sorted = new TreeMap<>();

    /** The limit that applies; null if there is none. Read only, valid until limits change. */
    public Amount find(final LimitKind kind, final int account, final int instrument)
    {
        Amount limit = byKey.get(key(kind, account, instrument));
        limit = limit == null ? byKey.get(key(kind, account, 0)) : limit;
        limit = limit == null ? byKey.get(key(kind, 0, instrument)) : limit;
        return limit == null ? byKey.get(key(kind, 0, 0)) : limit;
    }

    /**
     * Sets a limit, or lifts it where the value is null.
     *
     * @return false if it was so already.
     */
    public boolean set(final LimitKind kind, final int account, final int instrument, final Amount value)
    {
        final long key = key(kind, account, instrument);
        final Amount old = byKey.get(key);
        if (value.isNull())
        {
            sorted.remove(key);
            return byKey.remove(key) != null;
        }
        if (old != null && old.equals(value))
        {
            return false;
        }
        final Amount kept = new Amount().set(value);
        byKey.put(key, kept);
        sorted.put(key, kept);
        return true;
    }

    /** All limits in key order: see {@link #kind}, {@link #account}, {@link #instrument}. */
    public TreeMap<Long, Amount> all()
    {
        return sorted;
    }

    public static LimitKind kind(final long key)
    {
        return LimitKind.get((short)(key >>> 56));
    }

    public static int account(final long key)
    {
        return (int)(key >>> 28) & 0xFFF_FFFF;
    }

    public static int instrument(final long key)
    {
        return (int)key & 0xFFF_FFFF;
    }

    private static long key(final LimitKind kind, final int account, final int instrument)
    {
        return (long)kind.value() << 56 | (long)account << 28 | instrument;
    }
}
