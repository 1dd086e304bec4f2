package io.utl.gateway.launch;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.DepositEncoder;
import io.utl.codecs.sbe.GatewayStartedEncoder;
import io.utl.codecs.sbe.InstrumentDefinedEncoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.Protocol;
import io.utl.codecs.sbe.StartKind;
import io.utl.config.reference.ReferenceCommands;
import io.utl.config.reference.ReferenceSeed;
import io.utl.config.settings.CoreSettings;
import io.utl.connectivity.venue.Instrument;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands that the gateway itself says at its start: that it started, reference data, sessions, instruments of its
 * venues, opening balances.
 * <p>
 * Thread: one; the starting thread and a venue's IO thread have one each.
 */
final class OwnCommands
{
    /** The operators' door. Its definition, said again, is the fence of {@link StartWatch}. */
    static final int ADMIN_SESSION = 1;
    /** The first venue; the next ones follow. */
    static final int FIRST_VENUE_SESSION = 2;
    /** The first FIX session of the settings; the next ones follow. */
    static final int FIRST_FIX_SESSION = 11;

    private static final int ROOM = 1_024;
    private static final int SHOWN_DECIMALS = 8;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_NS = 100_000L;
    private static final long ORDER_ID_JUMP = 1L << 20;

    private final IngressPort ingress;
    private final ReferenceCommands reference = new ReferenceCommands();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[ROOM]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final GatewayStartedEncoder started = new GatewayStartedEncoder();
    private final InstrumentDefinedEncoder instrument = new InstrumentDefinedEncoder();
    private final DepositEncoder deposit = new DepositEncoder();

    OwnCommands(final IngressPort ingress)
    {
        this.ingress = ingress;
    }

    /** Recovery has ended. After a loss of power order ids jump, so that none is given twice. */
    void started(final long epoch, final StartKind kind, final CoreSettings core) throws StartException
    {
        clear();
        started.wrapAndApplyHeader(buffer, 0, header)
            .epoch(epoch)
            .orderIdJump(kind == StartKind.POWER ? ORDER_ID_JUMP : 0)
            .instance(core.instance())
            .recvWindowMs(core.recvWindowMs())
            .kind(kind);
        offer(buffer, MessageHeaderEncoder.ENCODED_LENGTH + started.encodedLength());
    }

    /** Reference data of an empty journal. */
    void seed(final ReferenceSeed seed) throws StartException
    {
        for (final ReferenceSeed.Asset asset : seed.assets())
        {
            offer(reference.buffer(), reference.asset(asset));
        }
        for (final ReferenceSeed.Account account : seed.accounts())
        {
            offer(reference.buffer(), reference.account(account));
        }
        for (final ReferenceSeed.Book book : seed.books())
        {
            offer(reference.buffer(), reference.book(book));
        }
        for (final ReferenceSeed.Limit limit : seed.limits())
        {
            offer(reference.buffer(), reference.limit(limit));
        }
    }

    /** Fixes the number of a session. */
    void session(final int number, final String compId, final String account, final Protocol protocol)
        throws StartException
    {
        offer(reference.buffer(), reference.session(number, compId, account, protocol));
    }

    /** The operators' door, which may use every account; also the fence. */
    void fence() throws StartException
    {
        session(ADMIN_SESSION, "operator", "", Protocol.ADMIN);
    }

    /** An instrument as a venue lists it, and its two assets. */
    void instrument(final String venue, final Instrument listed) throws StartException
    {
        offer(reference.buffer(), reference.asset(new ReferenceSeed.Asset(listed.base(), SHOWN_DECIMALS)));
        offer(reference.buffer(), reference.asset(new ReferenceSeed.Asset(listed.quote(), SHOWN_DECIMALS)));
        clear();
        instrument.wrapAndApplyHeader(buffer, 0, header);
        listed.encode(venue, instrument);
        instrument.author(venue);
        offer(buffer, MessageHeaderEncoder.ENCODED_LENGTH + instrument.encodedLength());
    }

    /**
     * Opening balance, booked once for its outside name.
     *
     * @param externalId its outside name.
     * @param costPrice plain decimal, quote per unit; null where the asset is its own cost currency.
     * @param costAsset its currency; empty with it.
     */
    void deposit(final String externalId, final String account, final String asset, final String amount,
        final String costPrice, final String costAsset, final String location) throws StartException
    {
        clear();
        deposit.wrapAndApplyHeader(buffer, 0, header);
        Amount.of(amount).put(buffer, deposit.offset() + DepositEncoder.amountEncodingOffset());
        new Amount().setNull().put(buffer, deposit.offset() + DepositEncoder.costEncodingOffset());
        final Amount price = costPrice == null ? new Amount().setNull() : Amount.of(costPrice);
        price.put(buffer, deposit.offset() + DepositEncoder.costPriceEncodingOffset());
        deposit.acquiredTimeNs(DepositEncoder.acquiredTimeNsNullValue())
            .externalId(externalId)
            .account(account)
            .asset(asset)
            .costAsset(costAsset)
            .location(location)
            .author(ReferenceCommands.AUTHOR);
        offer(buffer, MessageHeaderEncoder.ENCODED_LENGTH + deposit.encodedLength());
    }

    private void clear()
    {
        buffer.setMemory(0, ROOM, (byte)0);
    }

    private void offer(final DirectBuffer bytes, final int length) throws StartException
    {
        final long deadline = System.nanoTime() + PATIENCE_NS;
        while (!ingress.offer(InputClass.FACT, 0, bytes, 0, length))
        {
            if (System.nanoTime() > deadline)
            {
                throw new StartException(StartException.ERROR,
                    "the inbound ring has taken nothing for 10 s: the gateway is stopping, or its disk is stuck");
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
