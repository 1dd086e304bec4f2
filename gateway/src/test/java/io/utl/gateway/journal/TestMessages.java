package io.utl.gateway.journal;

import io.utl.codecs.sbe.AdoptClockEncoder;
import io.utl.codecs.sbe.AssetDefinedEncoder;
import io.utl.codecs.sbe.CheckpointEncoder;
import io.utl.codecs.sbe.FeedAliveEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Encoded commands for tests of rings and journals. */
public final class TestMessages
{
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AssetDefinedEncoder asset = new AssetDefinedEncoder();
    private final FeedAliveEncoder alive = new FeedAliveEncoder();
    private final AdoptClockEncoder adopt = new AdoptClockEncoder();
    private final CheckpointEncoder checkpoint = new CheckpointEncoder();

    public UnsafeBuffer buffer()
    {
        return buffer;
    }

    /** A command that is no sample; decimals make one differ from the next. Returns its length. */
    public int asset(final int number)
    {
        asset.wrapAndApplyHeader(buffer, 0, header).asset("BTC").author("test").decimals((short)(number & 0x7F));
        return MessageHeaderEncoder.ENCODED_LENGTH + AssetDefinedEncoder.BLOCK_LENGTH;
    }

    /** A sample. */
    public int alive()
    {
        alive.wrapAndApplyHeader(buffer, 0, header).venue("SIM");
        return MessageHeaderEncoder.ENCODED_LENGTH + FeedAliveEncoder.BLOCK_LENGTH;
    }

    public int adopt()
    {
        adopt.wrapAndApplyHeader(buffer, 0, header).author("test");
        return MessageHeaderEncoder.ENCODED_LENGTH + AdoptClockEncoder.BLOCK_LENGTH;
    }

    public int checkpoint()
    {
        checkpoint.wrapAndApplyHeader(buffer, 0, header).reserved(0);
        return MessageHeaderEncoder.ENCODED_LENGTH + CheckpointEncoder.BLOCK_LENGTH;
    }
}
