package io.utl.gateway.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.DepositDecoder;
import io.utl.codecs.sbe.InstrumentState;
import io.utl.codecs.sbe.MarkChangedEncoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.config.settings.ClientReset;
import io.utl.config.settings.DemoSettings;
import io.utl.config.settings.FixSettings;
import io.utl.config.settings.FixSettings.SessionSettings;
import io.utl.connectivity.venue.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class DemoFundingTest
{
    private static final Instrument BTC = instrument("BTC", "USDT");
    private static final Instrument ETH = instrument("ETH", "USDT");
    private static final Instrument ETHBTC = instrument("ETH", "BTC");

    private final List<String> deposits = new ArrayList<>();
    private final StartWatch watch = new StartWatch(OwnCommands.ADMIN_SESSION);
    private final DemoFunding funding = new DemoFunding(new OwnCommands(this::offer), watch,
        new DemoSettings("1000000", "100", 60), new FixSettings(ClientReset.ALWAYS, List.of(
            new SessionSettings("FUND1", "FUND1", "demo", false),
            new SessionSettings("AUDIT", "AUDIT", "demo", true))), "BINANCE");

    @Test
    void moneyComesAtOnceAndABaseAtItsFirstMarkAsCost() throws StartException
    {
        assertFalse(funding.fund(List.of(BTC)));
        assertEquals(List.of("demo:FUND1:USDT:quote 1000000 at null  in BINANCE"), deposits);
        mark("BTC-USDT", "65000.5");
        mark("BTC-USDT", "70000");
        assertTrue(funding.fund(List.of(BTC)));
        assertEquals("demo:FUND1:BTC 100 at 65000.5 USDT in BINANCE", deposits.get(1));
        assertTrue(funding.fund(List.of(BTC)));
        assertEquals(2, deposits.size());
    }

    @Test
    void anAssetThatIsMoneyElsewhereHasBothOpeningBalances() throws StartException
    {
        mark("BTC-USDT", "65000");
        mark("ETH-USDT", "3500");
        mark("ETH-BTC", "0.05");
        assertTrue(funding.fund(List.of(BTC, ETH, ETHBTC)));
        assertEquals(List.of("demo:FUND1:USDT:quote 1000000 at null  in BINANCE",
            "demo:FUND1:BTC 100 at 65000 USDT in BINANCE", "demo:FUND1:ETH 100 at 3500 USDT in BINANCE",
            "demo:FUND1:BTC:quote 1000000 at null  in BINANCE"), deposits);
    }

    private boolean offer(final InputClass inputClass, final int session, final DirectBuffer buffer, final int offset,
        final int length)
    {
        final DepositDecoder deposit = new DepositDecoder()
            .wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final Amount amount = new Amount().get(buffer, deposit.offset() + DepositDecoder.amountEncodingOffset());
        final Amount price = new Amount().get(buffer, deposit.offset() + DepositDecoder.costPriceEncodingOffset());
        deposits.add(deposit.externalId() + " " + amount + " at " + (price.isNull() ? "null" : price.toString()) + " " +
            deposit.costAsset() + " in " + deposit.location());
        return true;
    }

    private void mark(final String symbol, final String price)
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        final MarkChangedEncoder mark = new MarkChangedEncoder()
            .wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, new MessageHeaderEncoder());
        Amount.of(price).put(buffer, mark.offset() + MarkChangedEncoder.priceEncodingOffset());
        mark.symbol(symbol).venue("BINANCE");
        watch.onEvent(new EventFrame().wrap(buffer, 0)
            .length(MessageHeaderEncoder.ENCODED_LENGTH + mark.encodedLength()), true);
    }

    private static Instrument instrument(final String base, final String quote)
    {
        return new Instrument(base + "-" + quote, base + quote, base, quote, InstrumentState.TRADING,
            Amount.of("0.01"), Amount.of("0.01"), Amount.of("0.01"), Amount.of("100"), Amount.of("5"));
    }
}
