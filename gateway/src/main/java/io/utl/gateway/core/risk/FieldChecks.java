package io.utl.gateway.core.risk;

import io.utl.codecs.sbe.InstrumentState;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.reference.Instrument;

/**
 * What an order must be by itself and by the rules of its instrument: state, fields, steps, sizes.
 * <p>
 * Thread: core. Allocates: nothing.
 */
final class FieldChecks
{
    /** Fills the refusal with the first rule that is broken, or leaves it empty. */
    void check(final OrderRequest request, final Refusal refusal)
    {
        final Instrument instrument = request.instrument;
        if (instrument.state != InstrumentState.TRADING)
        {
            refusal.because(RejectReason.SYMBOL_HALTED).add("symbol is ").add(instrument.state.name())
                .add(": orders are taken only while it is TRADING");
        }
        else if (request.side == Side.NULL_VAL)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("side is missing: BUY or SELL is needed");
        }
        else if (request.qty.isNull() || request.qty.signum() <= 0)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("qty ").add(request.qty).add(" must be more than 0");
        }
        else
        {
            price(request, refusal);
        }
        if (!refusal.isRefused())
        {
            time(request, refusal);
        }
        if (!refusal.isRefused())
        {
            steps(request, instrument, refusal);
        }
    }

    private static void price(final OrderRequest request, final Refusal refusal)
    {
        if (request.ordType == OrdType.MARKET)
        {
            if (!request.price.isNull())
            {
                refusal.because(RejectReason.INVALID_FIELD).add("price ").add(request.price)
                    .add(" must be absent on a MARKET order");
            }
            else if (request.postOnly != 0)
            {
                refusal.because(RejectReason.INVALID_FIELD).add("postOnly 1 must be 0 on a MARKET order");
            }
        }
        else if (request.ordType != OrdType.LIMIT)
        {
            refusal.because(RejectReason.UNSUPPORTED).add("ordType is missing: MARKET or LIMIT is needed");
        }
        else if (request.price.isNull() || request.price.signum() <= 0)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("price ").add(request.price)
                .add(" must be more than 0 on a LIMIT order");
        }
    }

    private static void time(final OrderRequest request, final Refusal refusal)
    {
        final boolean hasExpiry = request.expireTimeNs != Long.MIN_VALUE;
        if (request.timeInForce == TimeInForce.NULL_VAL)
        {
            refusal.because(RejectReason.UNSUPPORTED)
                .add("timeInForce is missing: DAY, GTC, IOC, FOK or GTD is needed");
        }
        else if (request.timeInForce == TimeInForce.GTD && !hasExpiry)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("expireTimeNs is missing: a GTD order needs it");
        }
        else if (request.timeInForce == TimeInForce.GTD && request.expireTimeNs <= request.timeNs)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("expireTimeNs ").add(request.expireTimeNs)
                .add(" must be later than now, ").add(request.timeNs);
        }
        else if (request.timeInForce != TimeInForce.GTD && hasExpiry)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("expireTimeNs ").add(request.expireTimeNs)
                .add(" must be absent unless timeInForce is GTD");
        }
        else if (request.postOnly != 0 &&
            (request.timeInForce == TimeInForce.IOC || request.timeInForce == TimeInForce.FOK))
        {
            refusal.because(RejectReason.INVALID_FIELD).add("postOnly 1 must be 0 with timeInForce ")
                .add(request.timeInForce.name());
        }
    }

    private static void steps(final OrderRequest request, final Instrument instrument, final Refusal refusal)
    {
        if (!request.price.isNull() && !instrument.tick.isZero() && !request.price.isMultipleOf(instrument.tick))
        {
            refusal.because(RejectReason.TICK_SIZE).add("price ").add(request.price)
                .add(" must be a multiple of the tick ").add(instrument.tick);
        }
        else if (!instrument.lot.isZero() && !request.qty.isMultipleOf(instrument.lot))
        {
            refusal.because(RejectReason.LOT_SIZE).add("qty ").add(request.qty)
                .add(" must be a multiple of the lot ").add(instrument.lot);
        }
        else if (request.qty.compareTo(instrument.minQty) < 0)
        {
            refusal.because(RejectReason.MIN_QTY).add("qty ").add(request.qty)
                .add(" must be at least ").add(instrument.minQty);
        }
        else if (!instrument.maxQty.isZero() && request.qty.compareTo(instrument.maxQty) > 0)
        {
            refusal.because(RejectReason.MAX_QTY).add("qty ").add(request.qty)
                .add(" must be at most ").add(instrument.maxQty);
            refusal.numbers(instrument.maxQty, request.qty, instrument.maxQty);
        }
        else if (request.replace && request.qty.compareTo(request.cumQty) <= 0)
        {
            refusal.because(RejectReason.TOO_LATE).add("qty ").add(request.qty)
                .add(" must be more than what is done already, ").add(request.cumQty).add("; cancel the order instead");
        }
    }
}
