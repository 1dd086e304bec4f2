package io.utl.connectivity;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.RouteCancelEncoder;
import io.utl.codecs.sbe.RouteOrderEncoder;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import io.utl.codecs.sbe.VenueFillDecoder;
import io.utl.codecs.sbe.VenueOrderAcceptedDecoder;
import io.utl.codecs.sbe.VenueOrderCanceledDecoder;
import io.utl.connectivity.binance.BinanceAdapter;
import io.utl.connectivity.binance.BinanceSettings;
import io.utl.connectivity.simulator.CaptureFile;
import io.utl.connectivity.simulator.SimulatorSettings;
import io.utl.connectivity.simulator.VenueSimulator;
import io.utl.connectivity.simulator.wire.ApiKey;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.SessionState;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Adapter and embedded venue were written from the venue's documentation apart from each other; here they meet. */
class AdapterMeetsVenueTest
{
    private static final long WAIT_NS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path folder;
    private final List<String> facts = new CopyOnWriteArrayList<>();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    @Test
    void anHmacKeyTradesOnTheRecordedBook()
    {
        final Credentials key = new Credentials("K", Credentials.Kind.HMAC_SHA256, "S");
        trade(ApiKey.hmac("K", "S"), key);
    }

    @Test
    void anEd25519SessionTradesOnTheRecordedBook() throws GeneralSecurityException
    {
        final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        final Credentials key = new Credentials(
            "K", Credentials.Kind.ED25519, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        trade(ApiKey.ed25519("K", pair.getPublic()), key);
    }

    private void trade(final ApiKey known, final Credentials key)
    {
        final Path market = CaptureFile.usual().write(folder.resolve("market.gz"));
        try (VenueSimulator venue = VenueSimulator.start(
            SimulatorSettings.builder(folder).marketFile(market).key(known).build());
            BinanceAdapter adapter = new BinanceAdapter(BinanceSettings.at(
                7, 1, venue.restUri(), venue.streamUri(), venue.wsApiUri(), key), this.ingress()))
        {
            adapter.start();
            await("ready", () -> adapter.state() == SessionState.READY);
            await("marked", () -> adapter.marked("BTC-USDT"));
            order(adapter, 1, "100.05", "2.5");
            await("accepted", () -> facts.contains("accepted 1"));
            await("first level", () -> facts.contains("fill 1 1 @ 100.01"));
            await("second level", () -> facts.contains("fill 1 1.5 @ 100.02"));
            order(adapter, 2, "98", "1");
            await("resting", () -> facts.contains("accepted 2"));
            cancel(adapter, 2);
            await("canceled", () -> facts.contains("canceled 2"));
        }
    }

    private IngressPort ingress()
    {
        return (inputClass, session, bytes, offset, length) ->
        {
            final MessageHeaderDecoder message = new MessageHeaderDecoder().wrap(bytes, offset);
            switch (message.templateId())
            {
                case VenueOrderAcceptedDecoder.TEMPLATE_ID -> facts.add("accepted " +
                    new VenueOrderAcceptedDecoder().wrapAndApplyHeader(bytes, offset, message).orderId());
                case VenueOrderCanceledDecoder.TEMPLATE_ID -> facts.add("canceled " +
                    new VenueOrderCanceledDecoder().wrapAndApplyHeader(bytes, offset, message).orderId());
                case VenueFillDecoder.TEMPLATE_ID -> facts.add(fill(bytes, offset, message));
                default -> facts.add("template " + message.templateId());
            }
            return true;
        };
    }

    private static String fill(final DirectBuffer bytes, final int offset, final MessageHeaderDecoder message)
    {
        final VenueFillDecoder fill = new VenueFillDecoder().wrapAndApplyHeader(bytes, offset, message);
        return "fill " + fill.orderId() + " " +
            new Amount().get(bytes, fill.offset() + VenueFillDecoder.lastQtyEncodingOffset()) + " @ " +
            new Amount().get(bytes, fill.offset() + VenueFillDecoder.lastPxEncodingOffset());
    }

    private void order(final BinanceAdapter adapter, final long orderId, final String price, final String quantity)
    {
        final RouteOrderEncoder route = new RouteOrderEncoder().wrapAndApplyHeader(
            buffer, EventFrame.HEADER_LENGTH, header);
        route.orderId(orderId).symbol("BTC-USDT").venueSymbol("BTCUSDT").venue("BINANCE").instance(1).revision(0)
            .side(Side.BUY).ordType(OrdType.LIMIT).timeInForce(TimeInForce.GTC).postOnly((short)0);
        Amount.of(quantity).put(buffer, route.offset() + RouteOrderEncoder.qtyEncodingOffset());
        Amount.of(price).put(buffer, route.offset() + RouteOrderEncoder.priceEncodingOffset());
        send(adapter, route.encodedLength());
    }

    private void cancel(final BinanceAdapter adapter, final long orderId)
    {
        send(adapter, new RouteCancelEncoder().wrapAndApplyHeader(buffer, EventFrame.HEADER_LENGTH, header)
            .orderId(orderId).venueOrderId("").symbol("BTC-USDT").venueSymbol("BTCUSDT").venue("BINANCE").instance(1)
            .revision(0).encodedLength());
    }

    private void send(final BinanceAdapter adapter, final int encodedLength)
    {
        final EventFrame frame = new EventFrame().wrap(buffer, 0);
        frame.length(MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
        adapter.onEvent(frame, true);
    }

    private void await(final String what, final BooleanSupplier condition)
    {
        final long deadline = System.nanoTime() + WAIT_NS;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline)
        {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertTrue(condition.getAsBoolean(), () -> what + "; told so far: " + facts);
    }
}
