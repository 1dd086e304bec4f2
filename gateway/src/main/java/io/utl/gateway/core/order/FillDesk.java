package io.utl.gateway.core.order;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountRangeException;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.BreakKind;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportEncoder;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.VenueFillDecoder;
import io.utl.gateway.core.event.LedgerTeller;
import io.utl.gateway.core.event.Notices;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Definitions;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.ledger.Repeat;
import io.utl.positions.ledger.TradeEntry;
import org.agrona.DirectBuffer;

/**
 * Fills. A fill is a fact: it is booked whatever we think of it, to suspense if need be, and what does not fit raises a
 * break. A trade id of a venue and symbol that was seen before with the same content changes nothing.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class FillDesk
{
    private static final int LAST_QTY = VenueFillDecoder.lastQtyEncodingOffset();
    private static final int LAST_PX = VenueFillDecoder.lastPxEncodingOffset();
    private static final int FEE = VenueFillDecoder.feeEncodingOffset();
    private static final int VENUE_ORDER_ID = VenueFillDecoder.venueOrderIdEncodingOffset();
    private static final int TRADE_ID = VenueFillDecoder.venueTradeIdEncodingOffset();
    private static final int SYMBOL = VenueFillDecoder.symbolEncodingOffset();
    private static final int FEE_ASSET = VenueFillDecoder.feeAssetEncodingOffset();
    private static final int VENUE = VenueFillDecoder.venueEncodingOffset();
    private static final int ACCOUNT = VenueFillDecoder.accountEncodingOffset();

    private final Phase phase;
    private final Reference reference;
    private final Definitions definitions;
    private final OrderTable orders;
    private final EndedOrders history;
    private final OrderLife life;
    private final Outcomes outcomes;
    private final Reports reports;
    private final Notices notices;
    private final LedgerTeller teller;
    private final Ledger ledger;
    private final TradeEntry entry = new TradeEntry();
    private final OrderFlyweight order = new OrderFlyweight();
    private final EndedOrder ended = new EndedOrder();
    private final Sentence words = new Sentence();
    private final Amount lastQty = new Amount();
    private final Amount lastPx = new Amount();
    private final Amount fee = new Amount();
    private final Amount value = new Amount();
    private final Amount a = new Amount();
    private final Amount b = new Amount();

    public FillDesk(
        final Phase phase,
        final Reference reference,
        final Definitions definitions,
        final OrderTable orders,
        final EndedOrders history,
        final OrderLife life,
        final Outcomes outcomes,
        final Reports reports,
        final Notices notices,
        final LedgerTeller teller,
        final Ledger ledger)
    {
        this.phase = phase;
        this.reference = reference;
        this.definitions = definitions;
        this.orders = orders;
        this.history = history;
        this.life = life;
        this.outcomes = outcomes;
        this.reports = reports;
        this.notices = notices;
        this.teller = teller;
        this.ledger = ledger;
    }

    /** One match at a venue. */
    public void onFill(final CommandFrame frame, final VenueFillDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final Side side = command.side();
        final Liquidity liquidity = command.liquidity();
        lastQty.get(buffer, base + LAST_QTY);
        lastPx.get(buffer, base + LAST_PX);
        fee.get(buffer, base + FEE);
        if (fee.isNull())
        {
            fee.setZero();
        }
        final Instrument instrument = reference.instruments.find(buffer, base + SYMBOL);
        final boolean kept = orders.find(command.orderId(), order);
        final boolean remembered = !kept && history.find(command.orderId(), ended);
        final boolean readable = !lastQty.isNull() && lastQty.signum() > 0 && !lastPx.isNull() && !lastPx.isNegative();

        phase.changing();
        final int owner = kept ? order.account() : remembered ? ended.account : named(buffer, base + ACCOUNT);
        describe(frame, command, instrument, owner == 0 ? definitions.suspense() : owner, side);
        entry.book(kept ? order.book() : remembered ? ended.book : 0);
        if (!readable)
        {
            tellBreak(BreakKind.UNFIT_FACT, command, "fill without a quantity and a price above zero");
            return;
        }
        final Repeat repeat = ledger.repeat(entry);
        if (repeat == Repeat.SAME)
        {
            return;
        }
        if (repeat == Repeat.OTHER)
        {
            tellBreak(BreakKind.TRADE_CONTENT, command,
                "trade id was seen before with other content; booked is the first");
            return;
        }
        final boolean fits = instrument != null && side != Side.NULL_VAL;
        if (kept && fits && order.instrument() == instrument.number && order.side() == side)
        {
            onOurs(command, liquidity);
        }
        else if (remembered && fits && ended.instrument == instrument.number && ended.side == side.value())
        {
            onRemembered(command, liquidity);
        }
        else if (!fits || owner == 0)
        {
            ledger.bookSuspense(entry, instrument == null ? BreakKind.UNKNOWN_SYMBOL : BreakKind.UNKNOWN_ORDER);
        }
        else
        {
            book();
            tellBreak(kept || remembered ? BreakKind.UNFIT_FACT : BreakKind.UNKNOWN_ORDER, command,
                kept || remembered ? "fill does not fit its order" : "fill for an order that is unknown here; booked");
        }
    }

    private void onOurs(final VenueFillDecoder command, final Liquidity liquidity)
    {
        final boolean late = OrderState.hasEnded(order.status());
        final boolean first = !order.has(OrderFlyweight.ACKED | OrderFlyweight.SEEN);
        if (order.isEmpty(OrderFlyweight.VENUE_ID))
        {
            order.name(OrderFlyweight.VENUE_ID, command.buffer(), command.offset() + VENUE_ORDER_ID,
                OrderFlyweight.VENUE_ID_LENGTH);
        }
        OrderState.fill(order, lastQty, value(), a, b);
        OrderState.verify(order, a, b);
        order.raise(OrderFlyweight.SEEN);
        final boolean settles = !late && first && order.pending() == 0;
        if (settles)
        {
            order.lower(OrderFlyweight.IN_DOUBT | OrderFlyweight.ASKING);
        }
        tell(reports.begin(order, ExecType.TRADE), command, liquidity);
        if (!late && order.status() == OrdStatus.FILLED)
        {
            outcomes.filled(order);
        }
        else if (!late)
        {
            life.adjust(order);
            if (settles)
            {
                outcomes.goOn(order);
            }
        }
        book();
        order.amount(OrderFlyweight.CUM_QTY, a);
        if (a.compareTo(order.amount(OrderFlyweight.QTY, b)) > 0)
        {
            tellBreak(BreakKind.OVERFILL, command, "more was filled than ordered; booked all the same");
        }
        else if (late)
        {
            tellBreak(BreakKind.AFTER_END, command, "fill after the order had ended; booked all the same");
        }
    }

    private void onRemembered(final VenueFillDecoder command, final Liquidity liquidity)
    {
        ended.cumQty.add(lastQty);
        ended.cumValue.add(value());
        history.update(ended);
        tell(reports.begin(ended, ExecType.TRADE), command, liquidity);
        book();
        tellBreak(BreakKind.AFTER_END, command, "fill after the order had ended; booked all the same");
    }

    private void tell(final Reports report, final VenueFillDecoder command, final Liquidity liquidity)
    {
        final DirectBuffer buffer = command.buffer();
        report.trade(lastQty, lastPx, fee, liquidity).transactTimeNs(command.venueTimeNs())
            .field(ExecutionReportEncoder.venueTradeIdEncodingOffset(), buffer, command.offset() + TRADE_ID,
                OrderFlyweight.VENUE_ID_LENGTH)
            .field(ExecutionReportEncoder.feeAssetEncodingOffset(), buffer, command.offset() + FEE_ASSET,
                Reference.ASSET_LENGTH)
            .end();
    }

    /** Into the books; what the ledger can not take there goes to suspense with a break. */
    private void book()
    {
        final RejectReason reason = ledger.bookIfFits(entry);
        if (reason != RejectReason.NONE)
        {
            ledger.bookSuspense(entry, switch (reason)
            {
                case INSUFFICIENT_QTY -> BreakKind.OVERSOLD;
                case AMOUNT_RANGE -> BreakKind.AMOUNT_RANGE;
                default -> BreakKind.UNFIT_FACT;
            });
        }
    }

    private void describe(
        final CommandFrame frame,
        final VenueFillDecoder command,
        final Instrument instrument,
        final int owner,
        final Side side)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int feeAsset = buffer.getByte(base + FEE_ASSET) == 0 ? 0 : definitions.assetOf(buffer, base + FEE_ASSET);
        entry.reset().at(frame.sequence(), frame.timeNs()).account(owner);
        entry.side(side).feeAsset(feeAsset).orderId(command.orderId())
            .tradeTimeNs(command.venueTimeNs() == Long.MIN_VALUE ? 0 : command.venueTimeNs());
        if (instrument != null)
        {
            entry.instrument(instrument.number).location(instrument.venue)
                .contra(reference.venues.get(instrument.venue).contra);
        }
        entry.qty().set(lastQty);
        entry.price().set(lastPx);
        entry.fee().set(fee);
        entry.id().reset().with(buffer, base + VENUE, Reference.VENUE_LENGTH)
            .with(buffer, base + SYMBOL, Reference.SYMBOL_LENGTH)
            .with(buffer, base + TRADE_ID, OrderFlyweight.VENUE_ID_LENGTH);
        teller.named(buffer, base + TRADE_ID);
    }

    private int named(final DirectBuffer buffer, final int offset)
    {
        final Account account = reference.accounts.find(buffer, offset);
        return account == null ? 0 : account.number;
    }

    /** Value of the fill, rounded once; zero where it leaves the range: the ledger raises the break. */
    private Amount value()
    {
        try
        {
            return value.product(lastQty, lastPx, Rounding.HALF_EVEN);
        }
        catch (final AmountRangeException e)
        {
            return value.setZero();
        }
    }

    private void tellBreak(final BreakKind kind, final VenueFillDecoder command, final String what)
    {
        words.clear().add(what);
        if (command.orderId() != 0)
        {
            words.add(": order ").add(command.orderId());
        }
        words.add(", quantity ").add(lastQty);
        notices.broken(kind, entry.account(), entry.instrument(), 0, entry.location(), command.orderId(), lastQty,
            command.buffer(), command.offset() + TRADE_ID, words);
    }
}
