package io.utl.gateway.tools.explain;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.EventSink;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.LotsMovedDecoder;
import io.utl.codecs.sbe.MarkChangedDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.PositionChangedDecoder;
import io.utl.codecs.sbe.TradeBookedDecoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Listens to a core and keeps what concerns one position: (account, default book, base asset, cost asset). The causes of
 * a command (fills, lots that moved) come before the position that they made; together they are a {@link Step}.
 * <p>
 * Thread: one. Allocates freely.
 */
final class PositionStory implements EventSink
{
    private final UnsafeBuffer room = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
    private final EventFrame frame = new EventFrame();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final TradeBookedDecoder trade = new TradeBookedDecoder();
    private final LotsMovedDecoder lots = new LotsMovedDecoder();
    private final PositionChangedDecoder position = new PositionChangedDecoder();
    private final MarkChangedDecoder mark = new MarkChangedDecoder();
    private final Amount amount = new Amount();
    private final String account;
    private final String base;
    private final String costAsset;
    private final String symbol;
    private final List<Step> steps = new ArrayList<>();
    private Figures figures = Figures.FLAT;
    private Mark lastMark;

    private String what = "";
    private String name = "";
    private String source = "";
    private String fee = "";
    private BigDecimal price;
    private BigDecimal value;

    /** A mark: its prices and its time. */
    record Mark(BigDecimal bid, BigDecimal ask, BigDecimal price, long timeNs, String venue)
    {
    }

    PositionStory(final String account, final String base, final String costAsset, final String symbol)
    {
        this.account = account;
        this.base = base;
        this.costAsset = costAsset;
        this.symbol = symbol;
    }

    List<Step> steps()
    {
        return steps;
    }

    Figures figures()
    {
        return figures;
    }

    /** The newest mark of the instrument, null if there never was one. */
    Mark lastMark()
    {
        return lastMark;
    }

    @Override
    public EventFrame claim()
    {
        return frame.wrap(room, 0);
    }

    @Override
    public void commit()
    {
        switch (frame.templateId())
        {
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport();
            case TradeBookedDecoder.TEMPLATE_ID -> onTrade();
            case LotsMovedDecoder.TEMPLATE_ID -> onLots();
            case PositionChangedDecoder.TEMPLATE_ID -> onPosition();
            case MarkChangedDecoder.TEMPLATE_ID -> onMark();
            default ->
            {
                // Holds, routes and the like change no position.
            }
        }
    }

    @Override
    public void publish()
    {
        forget();
    }

    private void forget()
    {
        what = "";
        name = "";
        source = "";
        fee = "";
        price = null;
        value = null;
    }

    private void onReport()
    {
        report.wrapAndApplyHeader(room, frame.messageOffset(), header);
        if (report.execType() == ExecType.TRADE && account.equals(report.account()))
        {
            name = frame.account() + "-" + frame.accountSeq();
            source = report.clientOrderId();
        }
    }

    private void onTrade()
    {
        trade.wrapAndApplyHeader(room, frame.messageOffset(), header);
        if (!account.equals(trade.account()))
        {
            return;
        }
        what = "fill";
        if (name.isEmpty())
        {
            name = "trade " + trade.venueTradeId();
        }
        source = (source.isEmpty() ? "" : source + " ") + "order " + trade.orderId() + " " + trade.venue() + " trade " +
            trade.venueTradeId();
        price = at(TradeBookedDecoder.priceEncodingOffset());
        value = at(TradeBookedDecoder.valueEncodingOffset());
        final BigDecimal paid = at(TradeBookedDecoder.feeEncodingOffset());
        final BigDecimal inCost = at(TradeBookedDecoder.feeValueEncodingOffset());
        if (paid != null && paid.signum() != 0)
        {
            final String own = ExplainPosition.text(paid) + " " + trade.feeAsset();
            fee = trade.feeAsset().equals(costAsset) ? own :
                own + " = " + (inCost == null ? "UNPRICED" : ExplainPosition.text(inCost) + " " + costAsset);
        }
    }

    private void onLots()
    {
        lots.wrapAndApplyHeader(room, frame.messageOffset(), header);
        if (account.equals(lots.account()) && base.equals(lots.asset()) && costAsset.equals(lots.costAsset()) &&
            what.isEmpty())
        {
            what = lots.kind().name().toLowerCase(Locale.ROOT);
            name = lots.externalId();
        }
    }

    private void onPosition()
    {
        position.wrapAndApplyHeader(room, frame.messageOffset(), header);
        if (!account.equals(position.account()) || !position.book().isEmpty() || !base.equals(position.asset()) ||
            !costAsset.equals(position.costAsset()))
        {
            return;
        }
        final Figures after = new Figures(
            at(PositionChangedDecoder.netQtyEncodingOffset()), at(PositionChangedDecoder.costWacEncodingOffset()),
            at(PositionChangedDecoder.costFifoEncodingOffset()),
            at(PositionChangedDecoder.realizedWacEncodingOffset()),
            at(PositionChangedDecoder.realizedFifoEncodingOffset()), at(PositionChangedDecoder.feesEncodingOffset()),
            at(PositionChangedDecoder.boughtQtyEncodingOffset()), at(PositionChangedDecoder.soldQtyEncodingOffset()));
        steps.add(new Step(frame.sequence(), frame.timeNs(),
            what.isEmpty() ? position.kind().name().toLowerCase(Locale.ROOT) : what, name, source,
            after.net().subtract(figures.net()), price, value, fee,
            after.realizedWac().subtract(figures.realizedWac()),
            after.realizedFifo().subtract(figures.realizedFifo()), after));
        figures = after;
    }

    private void onMark()
    {
        mark.wrapAndApplyHeader(room, frame.messageOffset(), header);
        if (symbol.equals(mark.symbol()))
        {
            lastMark = new Mark(at(MarkChangedDecoder.bidEncodingOffset()), at(MarkChangedDecoder.askEncodingOffset()),
                at(MarkChangedDecoder.priceEncodingOffset()), frame.timeNs(), mark.venue());
        }
    }

    /** An amount of the message at hand, null where it is null. */
    private BigDecimal at(final int fieldOffset)
    {
        amount.get(room, frame.messageOffset() + MessageHeaderDecoder.ENCODED_LENGTH + fieldOffset);
        return amount.isNull() ? null : new BigDecimal(amount.toString());
    }
}
