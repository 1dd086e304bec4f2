package io.utl.gateway.core.order;

import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.sbe.ClientIdRecordDecoder;
import io.utl.codecs.sbe.ClientIdRecordEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.gateway.core.reference.NameHash;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Every ClOrdID that was ever used, per account, with the order it names and the hash of what it was used for. Ids are
 * kept as 128-bit hashes, in the order of use.
 * <p>
 * Thread: core. Allocates: a segment each 65,536 ids beyond the capacity, nothing else. Cost: about one probe.
 */
public final class ClientIds
{
    /** The id was never used. */
    public static final int NONE = -1;

    private static final int SEGMENT_IDS = 1 << 16;
    private static final int WORDS = 4;
    private static final int KEY_LENGTH = 8 + 40;

    private final NameHash hash = new NameHash();
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[KEY_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ClientIdRecordEncoder encoder = new ClientIdRecordEncoder();
    private long[][] segments = new long[0][];
    private int[] places;
    private int count;

    /** @param capacity ids for which there is room from the start. */
    public ClientIds(final int capacity)
    {
        places = new int[Math.max(1024, Integer.highestOneBit(Math.max(1, capacity)) * 4)];
        Arrays.fill(places, NONE);
        while (segments.length * SEGMENT_IDS < capacity)
        {
            grow();
        }
    }

    /** Place of an id of this account; {@link #NONE} if it was never used. */
    public int find(final int account, final DirectBuffer buffer, final int offset)
    {
        hashOf(account, buffer, offset);
        return find(hash.low(), hash.high());
    }

    /** Uses an id that {@link #find} does not know. */
    public void add(
        final int account, final DirectBuffer buffer, final int offset, final long content, final long orderId)
    {
        hashOf(account, buffer, offset);
        add(hash.low(), hash.high(), content, orderId);
    }

    /** Hash of what the id was used for. */
    public long content(final int place)
    {
        return word(place, 2);
    }

    /** The order it names; 0 if it was refused and no order was concerned. */
    public long orderId(final int place)
    {
        return word(place, 3);
    }

    public int count()
    {
        return count;
    }

    /** Writes all ids in the order of use. */
    public void write(final RecordSink sink, final UnsafeBuffer scratch)
    {
        for (int place = 0; place < count; place++)
        {
            encoder.wrapAndApplyHeader(scratch, 0, header)
                .hashLow(word(place, 0)).hashHigh(word(place, 1))
                .content(word(place, 2)).orderId(word(place, 3));
            sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
        }
    }

    /** Takes one id back from a snapshot. */
    public void load(final ClientIdRecordDecoder decoder)
    {
        add(decoder.hashLow(), decoder.hashHigh(), decoder.content(), decoder.orderId());
    }

    private void hashOf(final int account, final DirectBuffer buffer, final int offset)
    {
        key.putLong(0, account);
        key.putBytes(8, buffer, offset, OrderFlyweight.CLIENT_ID_LENGTH);
        hash.of(key, 0, KEY_LENGTH);
    }

    private int find(final long low, final long high)
    {
        int slot = (int)low & (places.length - 1);
        while (places[slot] != NONE)
        {
            if (word(places[slot], 0) == low && word(places[slot], 1) == high)
            {
                return places[slot];
            }
            slot = (slot + 1) & (places.length - 1);
        }
        return NONE;
    }

    private void add(final long low, final long high, final long content, final long orderId)
    {
        if (count == segments.length * SEGMENT_IDS)
        {
            grow();
        }
        final long[] segment = segments[count / SEGMENT_IDS];
        final int at = (count % SEGMENT_IDS) * WORDS;
        segment[at] = low;
        segment[at + 1] = high;
        segment[at + 2] = content;
        segment[at + 3] = orderId;
        count++;
        if (count * 2 > places.length)
        {
            places = new int[places.length * 2];
            Arrays.fill(places, NONE);
            for (int place = 0; place < count; place++)
            {
                index(place);
            }
        }
        else
        {
            index(count - 1);
        }
    }

    private void index(final int place)
    {
        int slot = (int)word(place, 0) & (places.length - 1);
        while (places[slot] != NONE)
        {
            slot = (slot + 1) & (places.length - 1);
        }
        places[slot] = place;
    }

    private void grow()
    {
        segments = Arrays.copyOf(segments, segments.length + 1);
        segments[segments.length - 1] = new long[SEGMENT_IDS * WORDS];
    }

    private long word(final int place, final int word)
    {
        return segments[place / SEGMENT_IDS][(place % SEGMENT_IDS) * WORDS + word];
    }
}
