package io.utl.gateway.core.risk;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountRangeException;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.LimitKind;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.reference.Venue;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.ledger.PositionView;

/**
 * What an order must pass before it is routed: fields and steps, price against the mark, sizes, balance, worst-case
 * position, number of orders, kill switches, venue. The first rule that is broken refuses, with its limit and headroom.
 * <p>
 * Reads state, changes none. Thread: core. Allocates: nothing, an amount out of range excepted.
 */
public final class PreTradeChecks
{
    /** Seconds after which a mark is stale, unless a limit says otherwise. */
    public static final int DEFAULT_MARK_AGE_S = 5;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Reference reference;
    private final Ledger ledger;
    private final Limits limits;
    private final OpenOrders open;
    private final FieldChecks fields = new FieldChecks();
    private final Amount mark = new Amount();
    private final Amount notional = new Amount();
    private final Amount distance = new Amount();
    private final Amount allowed = new Amount();
    private final Amount worst = new Amount();
    private final Amount term = new Amount();
    private final Amount free = new Amount();
    private final Amount one = new Amount().setUnits(1);
    private final Amount nanosPerSecond = new Amount().setUnits(NANOS_PER_SECOND);
    private final Amount defaultAge = new Amount().setUnits(DEFAULT_MARK_AGE_S);
    private final PositionView position = new PositionView();

    public PreTradeChecks(final Reference reference, final Ledger ledger, final Limits limits, final OpenOrders open)
    {
        this.reference = reference;
        this.ledger = ledger;
        this.limits = limits;
        this.open = open;
    }

    /**
     * Decides about a new order or a replace, whose account and instrument are known.
     *
     * @param refusal filled with the rule that refuses, else empty.
     */
    public void check(final OrderRequest request, final Refusal refusal)
    {
        refusal.clear();
        try
        {
            fields.check(request, refusal);
            if (!refusal.isRefused())
            {
                markAndNotional(request, refusal);
            }
            if (!refusal.isRefused())
            {
                sizes(request, refusal);
            }
            if (!refusal.isRefused())
            {
                balance(request, refusal);
            }
            if (!refusal.isRefused())
            {
                worstCase(request, refusal);
            }
            if (!refusal.isRefused())
            {
                stops(request, refusal);
            }
        }
        catch (final AmountRangeException e)
        {
            refusal.because(RejectReason.AMOUNT_RANGE).add("qty ").add(request.qty).add(" at price ")
                .add(request.price).add(" leaves the range of amounts, 1.7 x 10^20");
        }
    }

    private void markAndNotional(final OrderRequest request, final Refusal refusal)
    {
        final Instrument instrument = request.instrument;
        final Amount collar = limit(LimitKind.PRICE_COLLAR, request);
        final boolean market = request.ordType == OrdType.MARKET;
        mark.setNull();
        if (collar != null || market)
        {
            usableMark(request, refusal);
            if (refusal.isRefused())
            {
                return;
            }
        }
        notional.product(request.qty, market ? mark : request.price, Rounding.HALF_EVEN);
        if (notional.compareTo(instrument.minNotional) < 0)
        {
            refusal.because(RejectReason.MIN_NOTIONAL).add("qty ").add(request.qty).add(" at ")
                .add(market ? mark : request.price).add(" is a notional of ").add(notional)
                .add(", must be at least ").add(instrument.minNotional);
            refusal.limit.set(instrument.minNotional);
            refusal.actual.set(notional);
            return;
        }
        request.holdPrice.set(market ? mark : request.price);
        if (collar != null)
        {
            allowed.product(mark, collar, Rounding.DOWN);
            if (market)
            {
                request.holdPrice.add(allowed);
            }
            else if (distance.difference(request.price, mark).compareAbs(allowed) > 0)
            {
                worst.sum(mark, allowed);
                term.difference(mark, allowed);
                refusal.because(RejectReason.PRICE_COLLAR).add("price ").add(request.price).add(" must lie between ")
                    .add(term).add(" and ").add(worst).add(", around the mark ").add(mark);
                refusal.numbers(collar, request.price, distance.isNegative() ? term : worst);
            }
        }
    }

    private void usableMark(final OrderRequest request, final Refusal refusal)
    {
        final Instrument instrument = request.instrument;
        if (!ledger.marks().price(instrument.number, mark))
        {
            refusal.because(RejectReason.NO_MARK).add("symbol has no mark yet to check the price against; try again");
            return;
        }
        final Amount limit = limit(LimitKind.MAX_MARK_AGE, request);
        final Amount maxAge = limit == null ? defaultAge : limit;
        final long since = Math.max(instrument.markTimeNs, reference.venues.get(instrument.venue).aliveTimeNs);
        term.setUnits(request.timeNs - since);
        worst.quotient(term, nanosPerSecond, Rounding.DOWN);
        if (worst.compareTo(maxAge) > 0)
        {
            refusal.because(RejectReason.STALE_MARK).add("mark ").add(mark).add(" is ").add(worst)
                .add(" s old, must be at most ").add(maxAge).add(" s; try again when the feed is alive");
            refusal.limit.set(maxAge);
            refusal.actual.set(worst);
        }
    }

    private void sizes(final OrderRequest request, final Refusal refusal)
    {
        final Amount maxQty = limit(LimitKind.MAX_ORDER_QTY, request);
        final Amount maxNotional = limit(LimitKind.MAX_ORDER_NOTIONAL, request);
        if (maxQty != null && request.qty.compareTo(maxQty) > 0)
        {
            refusal.because(RejectReason.MAX_QTY).add("qty ").add(request.qty).add(" passes what one order may be, ")
                .add(maxQty);
            refusal.numbers(maxQty, request.qty, maxQty);
        }
        else if (maxNotional != null && notional.compareTo(maxNotional) > 0)
        {
            refusal.because(RejectReason.MAX_NOTIONAL).add("qty ").add(request.qty).add(" is a notional of ")
                .add(notional).add(", passes what one order may be, ").add(maxNotional);
            refusal.numbers(maxNotional, notional, maxNotional);
        }
    }

    private void balance(final OrderRequest request, final Refusal refusal)
    {
        final Instrument instrument = request.instrument;
        final boolean buy = request.side == Side.BUY;
        request.leavesQty.difference(request.qty, request.cumQty);
        if (buy)
        {
            request.hold.product(request.leavesQty, request.holdPrice, Rounding.UP);
        }
        else
        {
            request.hold.set(request.leavesQty);
        }
        term.difference(request.hold, request.held);
        final int asset = buy ? instrument.quote : instrument.base;
        ledger.balance(request.account.number, request.book, instrument.venue, asset, Purpose.FREE, free);
        if (term.signum() > 0 && term.compareTo(free) > 0)
        {
            refusal.because(RejectReason.INSUFFICIENT_BALANCE).add("qty ").add(request.qty).add(" needs ").add(term)
                .add(" ").add(reference.assets.names().buffer(), reference.assets.names().offset(asset),
                    Reference.ASSET_LENGTH).add(", free are ").add(free);
            refusal.numbers(free, term, free);
        }
    }

    private void worstCase(final OrderRequest request, final Refusal refusal)
    {
        final Amount limit = limit(LimitKind.MAX_POSITION, request);
        if (limit == null)
        {
            return;
        }
        final boolean buy = request.side == Side.BUY;
        open.get(request.account.number, request.instrument.number, request.side, worst);
        worst.subtract(request.reserved);
        net(request, term);
        if (!buy)
        {
            term.negate();
        }
        worst.add(term);
        allowed.difference(limit, worst);
        worst.add(request.leavesQty);
        if (worst.compareTo(limit) > 0)
        {
            if (allowed.isNegative())
            {
                allowed.setZero();
            }
            refusal.because(RejectReason.POSITION_LIMIT).add("qty ").add(request.qty)
                .add(" makes the worst-case position ").add(buy ? worst : distance.set(worst).negate())
                .add(", beyond ").add(limit).add(" either way");
            refusal.numbers(limit, worst, allowed);
        }
    }

    private void stops(final OrderRequest request, final Refusal refusal)
    {
        final Account account = request.account;
        final Venue venue = reference.venues.get(request.instrument.venue);
        final Amount maxOpen = limit(LimitKind.MAX_OPEN_ORDERS, request);
        if (maxOpen != null && !request.replace &&
            term.setUnits(account.openOrders).add(one).compareTo(maxOpen) > 0)
        {
            allowed.setZero();
            refusal.because(RejectReason.OPEN_ORDERS_LIMIT).add("account has ").add(account.openOrders)
                .add(" live orders, one more passes ").add(maxOpen);
            refusal.numbers(maxOpen, term, allowed);
        }
        else if (reference.firmStopped || account.stopped || request.instrument.stopped || venue.stopped)
        {
            refusal.because(RejectReason.KILL_SWITCH).add("trading is stopped for ").add(
                reference.firmStopped ? "the firm" : account.stopped ? "the account" :
                    request.instrument.stopped ? "the symbol" : "the venue")
                .add(": the kill switch must be lifted first");
        }
        else if (!venue.ready)
        {
            refusal.because(RejectReason.VENUE_DOWN)
                .add("order session with the venue is not ready; nothing was sent, try again");
        }
    }

    private Amount net(final OrderRequest request, final Amount into)
    {
        final Instrument instrument = request.instrument;
        into.setZero();
        addNet(request.account.number, 0, instrument, into);
        for (int book = 1; book <= reference.books.count(); book++)
        {
            if (reference.books.get(book).account == request.account.number)
            {
                addNet(request.account.number, book, instrument, into);
            }
        }
        return into;
    }

    private void addNet(final int account, final int book, final Instrument instrument, final Amount into)
    {
        if (ledger.position(account, book, instrument.base, instrument.quote, position))
        {
            into.add(position.netQty());
        }
    }

    private Amount limit(final LimitKind kind, final OrderRequest request)
    {
        return limits.find(kind, request.account.number, request.instrument.number);
    }
}
