package io.utl.gateway.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.InstrumentState;
import io.utl.connectivity.venue.Instrument;
import org.junit.jupiter.api.Test;

/** The order that the start prints passes the rules of its instrument. */
final class FirstOrderTest
{
    @Test
    void isAHundredthWhereThatPasses()
    {
        assertEquals("0.01", FirstOrder.quantity(instrument("0.00001", "0.00001", "5"), "65000.5"));
        assertEquals("0.01", FirstOrder.quantity(instrument("0", "0", "0"), null));
    }

    @Test
    void isTheSmallestThatPassesLotQuantityAndNotionalElsewhere()
    {
        assertEquals("1", FirstOrder.quantity(instrument("1", "1", "0"), "0.4"));
        assertEquals("50", FirstOrder.quantity(instrument("1", "1", "10"), "0.4"));
        assertEquals("49", FirstOrder.quantity(instrument("1", "1", "10"), "0.41"));
        assertEquals("0.5", FirstOrder.quantity(instrument("0.1", "0.5", "0"), "3500"));
        assertEquals("0.3", FirstOrder.quantity(instrument("0.3", "0", "0"), null));
    }

    private static Instrument instrument(final String lot, final String minQty, final String minNotional)
    {
        return new Instrument("NKN-USDT", "NKNUSDT", "NKN", "USDT", InstrumentState.TRADING, Amount.of("0.00001"),
            Amount.of(lot), Amount.of(minQty), Amount.of("9000000"), Amount.of(minNotional));
    }
}
