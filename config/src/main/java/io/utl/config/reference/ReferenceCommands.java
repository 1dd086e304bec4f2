package io.utl.config.reference;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.AccountDefinedEncoder;
import io.utl.codecs.sbe.AssetDefinedEncoder;
import io.utl.codecs.sbe.BookDefinedEncoder;
import io.utl.codecs.sbe.LimitSetEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.Protocol;
import io.utl.codecs.sbe.SessionDefinedEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encodes seeds as the commands they are, one at a time, into one buffer.
 * <p>
 * Thread: one. Allocates: at start only.
 */
public final class ReferenceCommands
{
    /** Who the journal names as author of seeds. */
    public static final String AUTHOR = "configuration";

    private static final int ROOM = 512;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[ROOM]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AssetDefinedEncoder asset = new AssetDefinedEncoder();
    private final AccountDefinedEncoder account = new AccountDefinedEncoder();
    private final BookDefinedEncoder book = new BookDefinedEncoder();
    private final LimitSetEncoder limit = new LimitSetEncoder();
    private final SessionDefinedEncoder session = new SessionDefinedEncoder();

    /** The bytes of the command encoded last, from 0 on. */
    public UnsafeBuffer buffer()
    {
        return buffer;
    }

    /** @return bytes of header and message. */
    public int asset(final ReferenceSeed.Asset seed)
    {
        clear();
        asset.wrapAndApplyHeader(buffer, 0, header)
            .asset(seed.name())
            .author(AUTHOR)
            .decimals((short)seed.decimals());
        return MessageHeaderEncoder.ENCODED_LENGTH + asset.encodedLength();
    }

    /** @return bytes of header and message. */
    public int account(final ReferenceSeed.Account seed)
    {
        clear();
        account.wrapAndApplyHeader(buffer, 0, header)
            .account(seed.name())
            .entity(seed.entity())
            .author(AUTHOR)
            .kind(seed.kind())
            .feePolicy(seed.feePolicy())
            .oversell(seed.oversell());
        return MessageHeaderEncoder.ENCODED_LENGTH + account.encodedLength();
    }

    /** @return bytes of header and message. */
    public int book(final ReferenceSeed.Book seed)
    {
        clear();
        book.wrapAndApplyHeader(buffer, 0, header)
            .account(seed.account())
            .book(seed.book())
            .entity(seed.entity())
            .author(AUTHOR);
        return MessageHeaderEncoder.ENCODED_LENGTH + book.encodedLength();
    }

    /** @return bytes of header and message. */
    public int limit(final ReferenceSeed.Limit seed)
    {
        clear();
        limit.wrapAndApplyHeader(buffer, 0, header);
        Amount.of(seed.value()).put(buffer, limit.offset() + LimitSetEncoder.valueEncodingOffset());
        limit.account(seed.account())
            .symbol(seed.symbol())
            .author(AUTHOR)
            .kind(seed.kind());
        return MessageHeaderEncoder.ENCODED_LENGTH + limit.encodedLength();
    }

    /**
     * Fixes the number of a session.
     *
     * @param accountName empty: may use any account.
     * @return bytes of header and message.
     */
    public int session(final int number, final String compId, final String accountName, final Protocol protocol)
    {
        clear();
        session.wrapAndApplyHeader(buffer, 0, header)
            .account(accountName)
            .compId(compId)
            .author(AUTHOR)
            .number(number)
            .protocol(protocol);
        return MessageHeaderEncoder.ENCODED_LENGTH + session.encodedLength();
    }

    private void clear()
    {
        buffer.setMemory(0, ROOM, (byte)0);
    }
}
