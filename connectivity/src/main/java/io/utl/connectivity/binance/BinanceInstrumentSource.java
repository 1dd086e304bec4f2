package io.utl.connectivity.binance;

import io.utl.connectivity.transport.HttpClient;
import io.utl.connectivity.transport.HttpListener;
import io.utl.connectivity.transport.HttpReply;
import io.utl.connectivity.venue.Instrument;
import io.utl.connectivity.venue.InstrumentSource;
import io.utl.connectivity.venue.RequestDraft;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Instruments from REST exchangeInfo, those asked for only. Thread: the IO thread. */
final class BinanceInstrumentSource implements InstrumentSource
{
    private final BinanceSettings settings;
    private final HttpClient http;

    BinanceInstrumentSource(final BinanceSettings settings, final HttpClient http)
    {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public void list(final Listener listener)
    {
        final RequestDraft draft = BinanceCall.EXCHANGE_INFO.rest();
        if (!settings.symbols().isEmpty())
        {
            draft.param("symbols", settings.symbols().stream()
                .map(symbol -> "\"" + symbol + "\"").collect(Collectors.joining(",", "[", "]")));
        }
        http.send(BinanceWire.publicCall(settings.rest(), draft), new HttpListener()
        {
            @Override
            public void onReply(final HttpReply reply)
            {
                if (!reply.ok())
                {
                    listener.failed("exchangeInfo answered HTTP " + reply.status());
                    return;
                }
                final List<Instrument> instruments;
                try
                {
                    instruments = InstrumentParser.parse(
                        BinanceJson.tree(reply.body(), 0, reply.body().length), Set.copyOf(settings.symbols()));
                }
                catch (final CorruptMessageException e)
                {
                    listener.failed("exchangeInfo cannot be read: " + e.getMessage());
                    return;
                }
                if (instruments.isEmpty())
                {
                    listener.failed("exchangeInfo lists none of " + settings.symbols());
                    return;
                }
                listener.listed(instruments);
            }

            @Override
            public void onFailure(final boolean sent, final String why)
            {
                listener.failed("exchangeInfo: " + why);
            }
        });
    }
}
