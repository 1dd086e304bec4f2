package io.utl.gateway.launch;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.connectivity.venue.Instrument;

/**
 * The order that the start prints to be copied: one that the instrument's rules let pass.
 * <p>
 * Thread: any. Allocates: a cold path.
 */
final class FirstOrder
{
    private static final String USUAL = "0.01";
    /** So far above the least notional, the price may move before somebody has copied the line. */
    private static final int ROOM = 2;

    private FirstOrder()
    {
    }

    /**
     * 0.01 where that passes, else the smallest quantity that does.
     *
     * @param price of the last mark, quote per base; null if there is none.
     */
    static String quantity(final Instrument instrument, final String price)
    {
        final Amount lot = instrument.lot(new Amount());
        final Amount quantity = Amount.of(USUAL);
        final Amount least = instrument.minQty(new Amount());
        if (price != null)
        {
            final Amount notional = instrument.minNotional(new Amount());
            final Amount room = new Amount().product(notional, new Amount().setUnits(ROOM), Rounding.UP);
            final Amount worth = new Amount().quotient(room, Amount.of(price), Rounding.UP);
            least.set(worth.compareTo(least) > 0 ? worth : least);
        }
        if (quantity.compareTo(least) < 0)
        {
            quantity.set(least);
        }
        if (!lot.isZero() && !quantity.isMultipleOf(lot))
        {
            final Amount lots = new Amount().quotient(quantity, lot, Rounding.UP);
            final Amount whole = new Amount().setUnits(lots.toString().contains(".") ? whole(lots) + 1 : whole(lots));
            quantity.product(whole, lot, Rounding.UP);
        }
        return quantity.toString();
    }

    private static long whole(final Amount amount)
    {
        final String text = amount.toString();
        final int point = text.indexOf('.');
        return Long.parseLong(point < 0 ? text : text.substring(0, point));
    }
}
