package io.utl.connectivity.binance;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.Side;
import io.utl.connectivity.simulator.SimulatorSettings;
import io.utl.connectivity.simulator.VenueSimulator;
import io.utl.connectivity.simulator.wire.ApiKey;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.Instrument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Adapter and embedded venue, each written from the venue's documentation alone, over real sockets. */
final class BinanceAgainstSimulatorTest
{
    private static final long WAIT_NS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    Path directory;
    private final RecordingIngress ingress = new RecordingIngress();
    private VenueSimulator venue;
    private BinanceAdapter adapter;
    private Routes routes;
    private Instrument instrument;

    @AfterEach
    void stop()
    {
        if (venue != null)
        {
            adapter.close();
            venue.close();
        }
    }

    @Test
    void tradesCancelsAndReplacesWithAnEd25519Key() throws GeneralSecurityException
    {
        final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        up(ApiKey.ed25519("KEY", pair.getPublic()), new Credentials("KEY", Credentials.Kind.ED25519,
            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())));
        final String qty = qty();
        final String low = price("0.9");

        routes.order(1, Side.BUY, OrdType.LIMIT, qty, low);
        awaitFact("accepted 1/0");
        routes.replace(1, qty, price("0.91"));
        awaitFact("replaced 1/1");
        routes.cancel(1, 1);
        awaitFact("canceled 1/1 cum 0");
        routes.cancel(1, 1);
        awaitFact("cancel-rejected 1 -2011");
        routes.query(1, 1);
        awaitFact("state 1/1 found 1 CANCELED");

        routes.order(2, Side.BUY, OrdType.MARKET, qty, "");
        awaitFact("fill 2/0");
        routes.query(2, 0);
        awaitFact("state 2/0 found 1 FILLED cum " + qty);
        routes.query(99, 0);
        awaitFact("state 99/0 found 0");
        assertEquals(0, ingress.facts.stream().filter(fact -> fact.startsWith("canceled 1/0")).count(),
            "the order that was replaced away has no end of its own");
    }

    @Test
    void signsEachRequestWithAnHmacKeyAndComesBackAfterAShutdown()
    {
        up(ApiKey.hmac("KEY", "secret"), new Credentials("KEY", Credentials.Kind.HMAC_SHA256, "secret"));
        routes.order(1, Side.BUY, OrdType.LIMIT, qty(), price("0.9"));
        awaitFact("accepted 1/0");
        venue.announceShutdown();
        await("down and back", () -> ingress.facts.stream().filter(fact -> fact.equals("session READY")).count() == 2);
        awaitFact("state 1/0 found 1 NEW cum 0");
        routes.cancel(1, 0);
        awaitFact("canceled 1/0 cum 0");
    }

    @Test
    void aPriceOffTheTickIsRefusedByTheVenue() throws GeneralSecurityException
    {
        final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        up(ApiKey.ed25519("KEY", pair.getPublic()), new Credentials("KEY", Credentials.Kind.ED25519,
            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())));
        routes.order(1, Side.BUY, OrdType.LIMIT, qty(), price("0.9") + "000001");
        awaitFact("rejected 1/0 -1");
    }

    @Test
    void theBookOfARecordedMarketStaysLive()
    {
        final Path recording = Path.of(System.getProperty("utl.shared", "absent"),
            "venues/recorded/hftbacktest/binance/spot_btcusdt_20240808.gz");
        Assumptions.assumeTrue(Files.isRegularFile(recording), "the recorded market is not there");
        venue = VenueSimulator.start(SimulatorSettings.builder(directory).marketFile(recording).speed(4)
            .key(ApiKey.hmac("KEY", "secret")).build());
        adapter = new BinanceAdapter(BinanceSettings.at(7, 1, venue.restUri(), venue.streamUri(), venue.wsApiUri(),
            new Credentials("KEY", Credentials.Kind.HMAC_SHA256, "secret")).withBackoff(10, 100), ingress);
        adapter.start();
        await("mark", () -> adapter.marked("BTC-USDT"));
        final int before = ingress.marks.size();
        final int[] lost = {0};
        await("marks", () ->
        {
            lost[0] += adapter.marked("BTC-USDT") ? 0 : 1;
            return ingress.marks.size() > before + 12 && ingress.alive >= 3;
        });
        assertEquals(0, lost[0], "the book was given up though nothing was lost");
    }

    private void up(final ApiKey key, final Credentials credentials)
    {
        venue = VenueSimulator.start(SimulatorSettings.builder(directory).seed(1).key(key).build());
        adapter = new BinanceAdapter(BinanceSettings.at(
            7, 1, venue.restUri(), venue.streamUri(), venue.wsApiUri(), credentials).withBackoff(10, 100), ingress);
        adapter.start();
        awaitFact("session READY");
        instrument = adapter.instruments().get(0);
        routes = new Routes(adapter, instrument.symbol(), instrument.venueSymbol());
        await("mark", () -> adapter.marked(instrument.symbol()));
        await("alive", () -> ingress.alive > 0);
    }

    /** A quantity of about a hundred times the smallest notional, on the lot. */
    private String qty()
    {
        final Amount notional = new Amount().product(
            instrument.minNotional(new Amount()), Amount.of("100"), Rounding.DOWN);
        return onStep(new Amount().quotient(notional, mid(), Rounding.DOWN), instrument.lot(new Amount()));
    }

    private String price(final String part)
    {
        return onStep(new Amount().product(mid(), Amount.of(part), Rounding.DOWN), instrument.tick(new Amount()));
    }

    private static String onStep(final Amount value, final Amount step)
    {
        final BigDecimal of = new BigDecimal(step.toString());
        return new BigDecimal(value.toString()).divideToIntegralValue(of).multiply(of)
            .stripTrailingZeros().toPlainString();
    }

    private Amount mid()
    {
        return Amount.of(ingress.marks.stream().filter(mark -> mark.startsWith(instrument.symbol() + " "))
            .reduce((first, second) -> second).orElseThrow().split(" ")[3]);
    }

    private void awaitFact(final String prefix)
    {
        await(prefix, () -> ingress.facts.stream().anyMatch(fact -> fact.startsWith(prefix)));
    }

    private void await(final String what, final BooleanSupplier condition)
    {
        final long end = System.nanoTime() + WAIT_NS;
        while (!condition.getAsBoolean())
        {
            assertTrue(System.nanoTime() < end, what + " did not come: " + ingress.facts);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
