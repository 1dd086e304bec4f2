package io.utl.gateway.core.booking;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.AdoptClockDecoder;
import io.utl.codecs.sbe.FeedAliveDecoder;
import io.utl.codecs.sbe.GatewayStartedDecoder;
import io.utl.codecs.sbe.KillScope;
import io.utl.codecs.sbe.KillSwitchDecoder;
import io.utl.codecs.sbe.LimitKind;
import io.utl.codecs.sbe.LimitSetDecoder;
import io.utl.codecs.sbe.MarkDecoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.VenueSessionDecoder;
import io.utl.codecs.sbe.VenueState;
import io.utl.gateway.core.event.Notices;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.order.Doubts;
import io.utl.gateway.core.order.OrderDesk;
import io.utl.gateway.core.order.Routes;
import io.utl.gateway.core.order.Sweeps;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Definitions;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.reference.Venue;
import io.utl.gateway.core.risk.Limits;
import io.utl.positions.ledger.Ledger;
import org.agrona.DirectBuffer;

/**
 * What the gateway, its feeds and its operators say: start, venue sessions, marks, limits, kill switches, clock.
 * <p>
 * Thread: core. Allocates: for a new limit or venue; marks: nothing.
 */
public final class GatewayDesk
{
    private final Phase phase;
    private final Reference reference;
    private final Definitions definitions;
    private final Ledger ledger;
    private final Limits limits;
    private final OrderDesk orders;
    private final Sweeps sweeps;
    private final Doubts doubts;
    private final Routes routes;
    private final Notices notices;
    private final Refusal refusal = new Refusal();
    private final Amount bid = new Amount();
    private final Amount ask = new Amount();
    private final Amount price = new Amount();
    private long epoch;

    public GatewayDesk(
        final Phase phase,
        final Reference reference,
        final Definitions definitions,
        final Ledger ledger,
        final Limits limits,
        final OrderDesk orders,
        final Sweeps sweeps,
        final Doubts doubts,
        final Routes routes,
        final Notices notices)
    {
        this.phase = phase;
        this.reference = reference;
        this.definitions = definitions;
        this.ledger = ledger;
        this.limits = limits;
        this.orders = orders;
        this.sweeps = sweeps;
        this.doubts = doubts;
        this.routes = routes;
        this.notices = notices;
    }

    public long epoch()
    {
        return epoch;
    }

    public void epoch(final long value)
    {
        epoch = value;
    }

    /** Recovery has ended: venue sessions begin anew, what was on its way is in doubt, names jump if told so. */
    public void onStarted(final CommandFrame frame, final GatewayStartedDecoder command)
    {
        final long jump = command.orderIdJump();
        phase.changing();
        epoch = command.epoch();
        routes.instance(command.instance());
        doubts.started(frame.timeNs(), command.recvWindowMs());
        if (jump > 0)
        {
            orders.nextOrderId(orders.nextOrderId() + jump);
            for (int number = 1; number <= reference.accounts.count(); number++)
            {
                reference.accounts.get(number).pendingJump += jump;
            }
        }
        for (int number = 1; number <= reference.venues.count(); number++)
        {
            reference.venues.get(number).ready = false;
        }
        notices.applied(GatewayStartedDecoder.TEMPLATE_ID, epoch, true, command.buffer(), command.offset(), 0);
        sweeps.doubtAll();
    }

    /** The order session with a venue came up or went down. */
    public void onVenueSession(final VenueSessionDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int name = command.offset() + VenueSessionDecoder.venueEncodingOffset();
        final boolean ready = command.state() == VenueState.READY;
        phase.changing();
        final Venue venue = reference.venues.get(definitions.venueOf(buffer, name));
        final boolean changed = venue.ready != ready;
        venue.ready = ready;
        venue.recvWindowMs = Math.max(0, command.recvWindowMs());
        notices.applied(VenueSessionDecoder.TEMPLATE_ID, venue.number, changed, buffer, name, Reference.VENUE_LENGTH);
        if (changed && ready)
        {
            sweeps.recheck(venue.number);
        }
    }

    /** Best bid and ask of one instrument: one write. */
    public void onMark(final CommandFrame frame, final MarkDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int symbol = base + MarkDecoder.symbolEncodingOffset();
        final Instrument instrument = reference.instruments.find(buffer, symbol);
        bid.get(buffer, base + MarkDecoder.bidEncodingOffset());
        ask.get(buffer, base + MarkDecoder.askEncodingOffset());
        price.get(buffer, base + MarkDecoder.priceEncodingOffset());
        if (instrument == null)
        {
            refusal.because(RejectReason.UNKNOWN_SYMBOL).add("symbol ").add(buffer, symbol, Reference.SYMBOL_LENGTH)
                .add(" was never defined");
            notices.refused(MarkDecoder.TEMPLATE_ID, frame.session(), refusal);
            return;
        }
        if (price.isNull() || price.signum() <= 0)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("price ").add(price).add(" must be more than 0");
            notices.refused(MarkDecoder.TEMPLATE_ID, frame.session(), refusal);
            return;
        }
        phase.changing();
        ledger.marks().mark(instrument.number, bid, ask, price, frame.timeNs());
        instrument.markTimeNs = frame.timeNs();
        notices.marked(instrument.number, instrument.venue, bid, ask, price);
    }

    /** Books of a venue are live: its marks keep their age from here. No event. */
    public void onFeedAlive(final CommandFrame frame, final FeedAliveDecoder command)
    {
        phase.changing();
        final Venue venue = reference.venues.find(
            command.buffer(), command.offset() + FeedAliveDecoder.venueEncodingOffset());
        if (venue != null)
        {
            venue.aliveTimeNs = frame.timeNs();
        }
    }

    /** Sets or lifts a limit. */
    public void onLimit(final int session, final LimitSetDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int accountName = command.offset() + LimitSetDecoder.accountEncodingOffset();
        final int symbol = command.offset() + LimitSetDecoder.symbolEncodingOffset();
        final LimitKind kind = command.kind();
        final Account account = reference.accounts.find(buffer, accountName);
        final Instrument instrument = reference.instruments.find(buffer, symbol);
        price.get(buffer, command.offset() + LimitSetDecoder.valueEncodingOffset());
        refusal.clear();
        if (kind == LimitKind.NULL_VAL)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("kind is missing");
        }
        else if (account == null && buffer.getByte(accountName) != 0)
        {
            refusal.because(RejectReason.UNKNOWN_ACCOUNT).add("account ")
                .add(buffer, accountName, Reference.ACCOUNT_LENGTH).add(" was never defined");
        }
        else if (instrument == null && buffer.getByte(symbol) != 0)
        {
            refusal.because(RejectReason.UNKNOWN_SYMBOL).add("symbol ")
                .add(buffer, symbol, Reference.SYMBOL_LENGTH).add(" was never defined");
        }
        else if (!price.isNull() && price.isNegative())
        {
            refusal.because(RejectReason.INVALID_FIELD).add("value ").add(price).add(" must not be negative");
        }
        if (refusal.isRefused())
        {
            notices.refused(LimitSetDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        phase.changing();
        final boolean changed = limits.set(
            kind, account == null ? 0 : account.number, instrument == null ? 0 : instrument.number, price);
        refusal.text.add(kind.name());
        notices.applied(LimitSetDecoder.TEMPLATE_ID, 0, changed, refusal.text.buffer(), 0, refusal.text.length());
    }

    /** Stops trading and cancels what lives, or lifts the stop. */
    public void onKill(final int session, final KillSwitchDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int name = command.offset() + KillSwitchDecoder.nameEncodingOffset();
        final KillScope scope = command.scope();
        final boolean engaged = command.engaged() != 0;
        final Account account = scope == KillScope.ACCOUNT ? reference.accounts.find(buffer, name) : null;
        final Instrument instrument = scope == KillScope.SYMBOL ? reference.instruments.find(buffer, name) : null;
        final Venue venue = scope == KillScope.VENUE ? reference.venues.find(buffer, name) : null;
        if (scope == KillScope.NULL_VAL)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("scope is missing: nothing was stopped or lifted");
            notices.refused(KillSwitchDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        if (command.engaged() > 1 && command.engaged() != KillSwitchDecoder.engagedNullValue())
        {
            refusal.because(RejectReason.INVALID_FIELD).add("engaged ").add(command.engaged())
                .add(" must be 1, which stops, or 0, which lifts");
            notices.refused(KillSwitchDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        if (scope != KillScope.FIRM && account == null && instrument == null && venue == null)
        {
            refusal.because(scope == KillScope.ACCOUNT ? RejectReason.UNKNOWN_ACCOUNT : scope == KillScope.SYMBOL ?
                RejectReason.UNKNOWN_SYMBOL : RejectReason.UNKNOWN_VENUE).add(scope.name()).add(" ")
                .add(buffer, name, Reference.ACCOUNT_LENGTH).add(" was never defined: nothing was stopped");
            notices.refused(KillSwitchDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        phase.changing();
        final boolean was = scope == KillScope.FIRM ? reference.firmStopped :
            account != null ? account.stopped : instrument != null ? instrument.stopped : venue.stopped;
        if (account != null)
        {
            account.stopped = engaged;
        }
        else if (instrument != null)
        {
            instrument.stopped = engaged;
        }
        else if (venue != null)
        {
            venue.stopped = engaged;
        }
        else
        {
            reference.firmStopped = engaged;
        }
        notices.applied(KillSwitchDecoder.TEMPLATE_ID, 0, was != engaged, buffer, name, Reference.ACCOUNT_LENGTH);
        if (engaged)
        {
            sweeps.cancelAll(account == null ? 0 : account.number, instrument == null ? 0 : instrument.number,
                venue == null ? 0 : venue.number);
        }
    }

    /** Journal time has taken the wall clock's value: nothing here changes. */
    public void onAdoptClock(final AdoptClockDecoder command)
    {
        notices.applied(AdoptClockDecoder.TEMPLATE_ID, 0, true, command.buffer(),
            command.offset() + AdoptClockDecoder.authorEncodingOffset(), Reference.ACCOUNT_LENGTH);
    }
}
