package io.utl.gateway.tools.explain;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.LotsMovedDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.PositionChangedDecoder;
import io.utl.codecs.sbe.TradeBookedDecoder;
import io.utl.codecs.text.AsciiText;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One line for each booking of a position: what moved, then the running net and cost under each method, which the
 * position's event tells just behind it.
 * <p>
 * Thread: one. Allocates freely.
 */
final class PositionLines
{
    private final PrintStream out;
    private final String account;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final TradeBookedDecoder trade = new TradeBookedDecoder();
    private final LotsMovedDecoder lots = new LotsMovedDecoder();
    private final PositionChangedDecoder position = new PositionChangedDecoder();
    private final UnsafeBuffer padded = new UnsafeBuffer(new byte[Reference.SYMBOL_LENGTH]);
    private String line;
    private String execId = "";

    PositionLines(final PrintStream out, final String account)
    {
        this.out = out;
        this.account = account;
    }

    /** Looks at one event; what does not concern the position is passed over. */
    void take(final EventFrame event, final Reference reference, final String subject)
    {
        final DirectBuffer buffer = event.buffer();
        final int at = event.messageOffset();
        switch (event.templateId())
        {
            case ExecutionReportDecoder.TEMPLATE_ID ->
            {
                if (report.wrapAndApplyHeader(buffer, at, header).execType() == ExecType.TRADE)
                {
                    execId = " exec " + event.account() + "-" + event.accountSeq();
                }
            }
            case TradeBookedDecoder.TEMPLATE_ID -> take(trade.wrapAndApplyHeader(buffer, at, header), reference, subject);
            case LotsMovedDecoder.TEMPLATE_ID ->
                take(lots.wrapAndApplyHeader(buffer, at, header), event.timeNs(), reference, subject);
            case PositionChangedDecoder.TEMPLATE_ID ->
                take(position.wrapAndApplyHeader(buffer, at, header), reference, subject);
            default ->
            {
                // Of no position.
            }
        }
    }

    private void take(final TradeBookedDecoder booked, final Reference reference, final String subject)
    {
        final Instrument instrument = instrument(reference, booked.symbol());
        if (booked.account().equals(account) && instrument != null && concerns(reference, subject,
            asset(reference, instrument.base), asset(reference, instrument.quote)))
        {
            final Amount fee = amount(booked.buffer(), booked.offset() + TradeBookedDecoder.feeEncodingOffset());
            line = time(booked.venueTimeNs()) + "  " +
                signed(amount(booked.buffer(), booked.offset() + TradeBookedDecoder.qtyEncodingOffset())) +
                " fill @ " + amount(booked.buffer(), booked.offset() + TradeBookedDecoder.priceEncodingOffset()) +
                " value " + amount(booked.buffer(), booked.offset() + TradeBookedDecoder.valueEncodingOffset()) +
                " fee " + fee + (fee.isZero() ? "" : " " + booked.feeAsset()) +
                " trade " + booked.venueTradeId() + (booked.orderId() == 0 ? "" : " order " + booked.orderId()) + execId +
                " realized wac " +
                amount(booked.buffer(), booked.offset() + TradeBookedDecoder.realizedWacEncodingOffset()) + " fifo " +
                amount(booked.buffer(), booked.offset() + TradeBookedDecoder.realizedFifoEncodingOffset());
        }
        execId = "";
    }

    private void take(
        final LotsMovedDecoder moved, final long timeNs, final Reference reference, final String subject)
    {
        if (moved.account().equals(account) && concerns(reference, subject, moved.asset(), moved.costAsset()))
        {
            line = time(timeNs) + "  " +
                signed(amount(moved.buffer(), moved.offset() + LotsMovedDecoder.qtyEncodingOffset())) + " " +
                moved.kind().name().toLowerCase(Locale.ROOT) + " " + moved.externalId() + " cost wac " +
                amount(moved.buffer(), moved.offset() + LotsMovedDecoder.costWacEncodingOffset()) + " fifo " +
                amount(moved.buffer(), moved.offset() + LotsMovedDecoder.costFifoEncodingOffset());
        }
    }

    private void take(final PositionChangedDecoder changed, final Reference reference, final String subject)
    {
        if (line != null && changed.account().equals(account) &&
            concerns(reference, subject, changed.asset(), changed.costAsset()))
        {
            final DirectBuffer buffer = changed.buffer();
            final int base = changed.offset();
            out.println(line + " | net " +
                amount(buffer, base + PositionChangedDecoder.netQtyEncodingOffset()) + " cost wac " +
                amount(buffer, base + PositionChangedDecoder.costWacEncodingOffset()) + " fifo " +
                amount(buffer, base + PositionChangedDecoder.costFifoEncodingOffset()));
            line = null;
        }
    }

    private boolean concerns(
        final Reference reference, final String subject, final String asset, final String costAsset)
    {
        final Instrument instrument = instrument(reference, subject);
        return instrument == null ? subject.equals(asset) :
            asset.equals(asset(reference, instrument.base)) && costAsset.equals(asset(reference, instrument.quote));
    }

    private Instrument instrument(final Reference reference, final String symbol)
    {
        AsciiText.put(symbol, padded, 0, Reference.SYMBOL_LENGTH);
        return reference.instruments.find(padded, 0);
    }

    private static String asset(final Reference reference, final int number)
    {
        return AsciiText.toString(reference.assets.names().buffer(), reference.assets.names().offset(number),
            Reference.ASSET_LENGTH);
    }

    private static Amount amount(final DirectBuffer buffer, final int offset)
    {
        return new Amount().get(buffer, offset);
    }

    private static String signed(final Amount qty)
    {
        return qty.isNegative() ? qty.toString() : "+" + qty;
    }

    private static String time(final long timeNs)
    {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, 1_000_000_000L), Math.floorMod(timeNs, 1_000_000_000L))
            .toString();
    }
}
