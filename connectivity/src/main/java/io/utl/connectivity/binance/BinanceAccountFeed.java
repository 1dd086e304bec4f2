package io.utl.connectivity.binance;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.connectivity.venue.AccountFeed;
import io.utl.connectivity.venue.FillReport;

/**
 * The private stream: execution reports to facts. What happened is taken from the execution type, how the order
 * stands from the status after it. Thread: the IO thread.
 * Source: User data streams, "Order Update".
 */
final class BinanceAccountFeed implements AccountFeed
{
    private final BinanceContext context;
    private final StreamEnd streamEnd;
    private final ExecutionReport report = new ExecutionReport();
    private final FillReport fill = new FillReport();

    /** Is told that the stream or its server ends. */
    @FunctionalInterface
    interface StreamEnd
    {
        /** @param gone true if nothing more comes, false if it ends soon. */
        void onEnd(boolean gone, String why);
    }

    BinanceAccountFeed(final BinanceContext context, final StreamEnd streamEnd)
    {
        this.context = context;
        this.streamEnd = streamEnd;
    }

    @Override
    public void onMessage(final byte[] message, final int offset, final int length)
    {
        switch (report.parse(message, offset, length))
        {
            case "executionReport" -> execution();
            case "serverShutdown" -> streamEnd.onEnd(false, "the server announced its shutdown");
            case "eventStreamTerminated" -> streamEnd.onEnd(true, "the private stream was terminated");
            default ->
            {
                // Balances and locks: what we hold is known from our own fills.
            }
        }
    }

    private void execution()
    {
        final ClientOrderIds.Parsed id = ClientOrderIds.parse(report.orderClientId());
        final boolean ours = id.of(context.settings.instance());
        final OrderTrack track =
            ours ? context.tracks.of(id.orderId(), report.symbol(), id.revision()) : null;
        final boolean traded = report.executionType().equals("TRADE") && report.lastQty().signum() > 0;
        if (traded)
        {
            trade(track, id.revision());
        }
        if (!ours)
        {
            return;
        }
        if (report.executionType().equals("NEW"))
        {
            context.facts.accepted(track, id.revision(), report.venueOrderId(), report.timeMs());
        }
        standing(track, id.revision(), BinanceMapping.status(report.status()), traded);
    }

    private void standing(final OrderTrack track, final int revision, final OrdStatus status, final boolean traded)
    {
        switch (status)
        {
            case FILLED -> context.facts.counted(track, revision, new Amount().set(report.cumQty()),
                () -> context.facts.filled(track, revision));
            case CANCELED, EXPIRED -> context.facts.ended(track, revision, report.venueOrderId(), report.cumQty(),
                status == OrdStatus.EXPIRED, endText(), report.timeMs());
            case REJECTED -> context.facts.rejected(
                track, revision, BinanceMapping.NEW_ORDER_REJECTED, report.rejectReason(), report.timeMs());
            default ->
            {
                if (traded)
                {
                    context.facts.counted(track, revision, new Amount().set(report.cumQty()), () -> { });
                }
            }
        }
    }

    private String endText()
    {
        final String how = report.executionType().equals(report.status()) ? report.status() :
            report.executionType() + " " + report.status();
        return how + (report.expiryReason().isEmpty() ? "" : " " + report.expiryReason());
    }

    private void trade(final OrderTrack track, final int revision)
    {
        fill.clear();
        fill.lastQty.set(report.lastQty());
        fill.lastPx.set(report.lastPx());
        fill.fee.set(report.fee());
        fill.feeAsset = report.feeAsset();
        fill.revision = revision;
        fill.venueTimeMs = report.timeMs();
        fill.venueOrderId = report.venueOrderId();
        fill.venueTradeId = report.tradeId();
        fill.symbol = context.symbol(report.symbol());
        fill.side = report.side();
        fill.liquidity = report.maker() ? Liquidity.MAKER : Liquidity.TAKER;
        context.facts.seen(report.symbol(), report.tradeId());
        context.facts.fill(track, fill);
    }
}
