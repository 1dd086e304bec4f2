package io.utl.gateway.fix;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.sbe.CommandFailedDecoder;
import io.utl.codecs.sbe.CommandRefusedDecoder;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportDecoder;
import io.utl.codecs.sbe.MassCancelReportDecoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrderCancelRejectDecoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.Side;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Group;
import quickfix.Message;
import quickfix.field.Account;
import quickfix.field.AvgPx;
import quickfix.field.BusinessRejectReason;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.CxlRejReason;
import quickfix.field.CxlRejResponseTo;
import quickfix.field.ExecID;
import quickfix.field.ExecInst;
import quickfix.field.ExecRefID;
import quickfix.field.ExpireTime;
import quickfix.field.LastLiquidityInd;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.MassCancelRejectReason;
import quickfix.field.MassCancelRequestType;
import quickfix.field.MassCancelResponse;
import quickfix.field.MiscFeeAmt;
import quickfix.field.MiscFeeCurr;
import quickfix.field.MiscFeeType;
import quickfix.field.MsgType;
import quickfix.field.NoMiscFees;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.RefMsgType;
import quickfix.field.SecondaryExecID;
import quickfix.field.SecondaryOrderID;
import quickfix.field.Symbol;
import quickfix.field.Text;
import quickfix.field.TimeInForce;
import quickfix.field.TotalAffectedOrders;
import quickfix.field.TransactTime;

/**
 * Events to FIX: ExecutionReport to 35=8, OrderCancelReject to 35=9, MassCancelReport to 35=r, a command that failed or
 * was refused to 35=j. Everything written is valid under the unchanged FIX44.xml; no tag beyond it is used.
 * <p>
 * A report goes to the session that owns the order. ExecID (17) is {@code <account number>-<accountSeq>}, the same on
 * every protocol, and 0 in an answer that is no event of the account. AvgPx (6) is cumValue / cumQty, half even.
 * Thread: FIX egress; waits for nobody (a slow reader is disconnected). Allocates: messages and strings.
 */
final class ReportTranslator implements EgressPort
{
    private static final int[] FEE_ORDER = {MiscFeeAmt.FIELD, MiscFeeCurr.FIELD, MiscFeeType.FIELD, 0};
    private static final String EXCHANGE_FEES = "4";
    private static final String IN_DOUBT = "IN_DOUBT";
    private static final short MARKET = io.utl.codecs.sbe.OrdType.MARKET.value();

    private static final Logger LOG = LoggerFactory.getLogger(ReportTranslator.class);

    private final ObjIntConsumer<Message> outlet;
    private final LongAdder failures;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final OrderCancelRejectDecoder cancelReject = new OrderCancelRejectDecoder();
    private final MassCancelReportDecoder massCancel = new MassCancelReportDecoder();
    private final CommandRefusedDecoder refused = new CommandRefusedDecoder();
    private final CommandFailedDecoder failed = new CommandFailedDecoder();
    private final Amount amount = new Amount();
    private final Amount quotient = new Amount();

    /**
     * @param outlet   takes a message and the number of the session it is for; numbers of other edges do nothing.
     * @param failures counts events that could not be told.
     */
    ReportTranslator(final ObjIntConsumer<Message> outlet, final LongAdder failures)
    {
        this.outlet = outlet;
        this.failures = failures;
    }

    @Override
    public void onEvent(final EventFrame frame, final boolean endOfBatch)
    {
        try
        {
            translate(frame);
        }
        catch (final RuntimeException e)
        {
            // The event is in the journal and the order can be asked for; the other sessions must go on.
            failures.increment();
            LOG.error("event {}/{} of template {} could not be told over FIX", frame.sequence(), frame.index(),
                frame.templateId(), e);
        }
    }

    private void translate(final EventFrame frame)
    {
        switch (frame.templateId())
        {
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(frame);
            case OrderCancelRejectDecoder.TEMPLATE_ID -> onCancelReject(frame);
            case MassCancelReportDecoder.TEMPLATE_ID -> onMassCancelReport(frame);
            case CommandRefusedDecoder.TEMPLATE_ID -> onCommandRefused(frame);
            case CommandFailedDecoder.TEMPLATE_ID -> onCommandFailed(frame);
            default ->
            {
                // Balances, positions and marks are not told over this session.
            }
        }
    }

    private void onReport(final EventFrame frame)
    {
        report.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        // An order that nobody knows has no owner; then the answer is for who asked.
        final int session = report.session() == 0 ? frame.session() : report.session();
        final Message message = message(MsgType.EXECUTION_REPORT);
        final boolean known = report.orderId() > 0;
        message.setString(OrderID.FIELD, known ? Long.toString(report.orderId()) : "NONE");
        message.setString(ExecID.FIELD, execId(frame.account(), frame.accountSeq()));
        if (report.execRef() > 0)
        {
            message.setString(ExecRefID.FIELD, execId(frame.account(), report.execRef()));
        }
        message.setChar(quickfix.field.ExecType.FIELD, ReportCodes.execType(report.execType()));
        message.setChar(quickfix.field.OrdStatus.FIELD, ReportCodes.status(report.ordStatus()));
        put(message, ClOrdID.FIELD, report.clientOrderId());
        put(message, OrigClOrdID.FIELD, report.origClientOrderId());
        put(message, SecondaryOrderID.FIELD, report.venueOrderId());
        put(message, Account.FIELD, report.account());
        message.setString(Symbol.FIELD, orNone(report.symbol()));
        message.setChar(quickfix.field.Side.FIELD, ReportCodes.side(report.sideRaw()));
        putOrder(message, known);
        putDone(message);
        if (report.execType() == ExecType.TRADE)
        {
            putTrade(message);
        }
        if (report.ordStatus() == OrdStatus.REJECTED && report.reason() != RejectReason.NONE)
        {
            message.setInt(OrdRejReason.FIELD, ReportCodes.orderReject(report.reason()));
        }
        final long transactTimeNs = report.transactTimeNs();
        message.setString(TransactTime.FIELD, FixTime.format(
            transactTimeNs == ExecutionReportDecoder.transactTimeNsNullValue() ? frame.timeNs() : transactTimeNs));
        final String text = report.text();
        putText(message, report.inDoubt() != 1 || text.contains(IN_DOUBT) ? text :
            text.isEmpty() ? IN_DOUBT : IN_DOUBT + ": " + text);
        put(message, OrdStatusReqID.FIELD, report.requestId());
        outlet.accept(message, session);
    }

    /** What was asked for; absent where nobody knows the order. */
    private void putOrder(final Message message, final boolean known)
    {
        if (!known && report.ordStatus() == OrdStatus.UNKNOWN)
        {
            return;
        }
        putAmount(message, OrderQty.FIELD, ExecutionReportDecoder.qtyEncodingOffset());
        putAmount(message, Price.FIELD, ExecutionReportDecoder.priceEncodingOffset());
        message.setChar(OrdType.FIELD, report.ordTypeRaw() == MARKET ? '1' : '2');
        message.setChar(TimeInForce.FIELD, ReportCodes.timeInForce(report.timeInForce()));
        if (report.expireTimeNs() != ExecutionReportDecoder.expireTimeNsNullValue())
        {
            message.setString(ExpireTime.FIELD, FixTime.format(report.expireTimeNs()));
        }
        if (report.postOnly() == 1)
        {
            message.setString(ExecInst.FIELD, "6");
        }
    }

    private void putDone(final Message message)
    {
        message.setString(LeavesQty.FIELD, orZero(ExecutionReportDecoder.leavesQtyEncodingOffset()));
        message.setString(CumQty.FIELD, orZero(ExecutionReportDecoder.cumQtyEncodingOffset()));
        quotient.get(report.buffer(), report.offset() + ExecutionReportDecoder.cumValueEncodingOffset());
        amount.get(report.buffer(), report.offset() + ExecutionReportDecoder.cumQtyEncodingOffset());
        final boolean none = amount.isNull() || amount.isZero() || quotient.isNull();
        message.setString(AvgPx.FIELD,
            none ? "0" : quotient.quotient(quotient, amount, Rounding.HALF_EVEN).toString());
    }

    private void putTrade(final Message message)
    {
        putAmount(message, LastQty.FIELD, ExecutionReportDecoder.lastQtyEncodingOffset());
        putAmount(message, LastPx.FIELD, ExecutionReportDecoder.lastPxEncodingOffset());
        put(message, SecondaryExecID.FIELD, report.venueTradeId());
        final int liquidity = ReportCodes.liquidity(report.liquidity());
        if (liquidity != 0)
        {
            message.setInt(LastLiquidityInd.FIELD, liquidity);
        }
        amount.get(report.buffer(), report.offset() + ExecutionReportDecoder.feeEncodingOffset());
        if (!amount.isNull() && !amount.isZero())
        {
            final Group fee = new Group(NoMiscFees.FIELD, MiscFeeAmt.FIELD, FEE_ORDER);
            fee.setString(MiscFeeAmt.FIELD, amount.toString());
            put(fee, MiscFeeCurr.FIELD, report.feeAsset());
            fee.setString(MiscFeeType.FIELD, EXCHANGE_FEES);
            message.addGroup(fee);
        }
    }

    private void onCancelReject(final EventFrame frame)
    {
        cancelReject.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        final Message message = message(MsgType.ORDER_CANCEL_REJECT);
        final boolean known = cancelReject.orderId() > 0;
        message.setString(OrderID.FIELD, known ? Long.toString(cancelReject.orderId()) : "NONE");
        message.setString(ClOrdID.FIELD, orNone(cancelReject.clientOrderId()));
        message.setString(OrigClOrdID.FIELD, orNone(cancelReject.origClientOrderId()));
        message.setChar(quickfix.field.OrdStatus.FIELD, ReportCodes.status(cancelReject.ordStatus()));
        put(message, Account.FIELD, cancelReject.account());
        message.setString(TransactTime.FIELD, FixTime.format(frame.timeNs()));
        message.setChar(CxlRejResponseTo.FIELD, cancelReject.response() == RequestKind.REPLACE ? '2' : '1');
        message.setInt(CxlRejReason.FIELD, ReportCodes.cancelReject(cancelReject.reason()));
        putText(message, cancelReject.text());
        outlet.accept(message, cancelReject.session());
    }

    private void onMassCancelReport(final EventFrame frame)
    {
        massCancel.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        final Message message = message(MsgType.ORDER_MASS_CANCEL_REPORT);
        final String symbol = massCancel.symbol();
        final char kind = symbol.isEmpty() ? '7' : '1';
        put(message, ClOrdID.FIELD, massCancel.clientOrderId());
        message.setString(OrderID.FIELD, execId(frame.account(), frame.accountSeq()));
        message.setChar(MassCancelRequestType.FIELD, kind);
        final boolean done = massCancel.reason() == RejectReason.NONE;
        message.setChar(MassCancelResponse.FIELD, done ? kind : '0');
        if (done)
        {
            message.setInt(TotalAffectedOrders.FIELD, massCancel.affected());
        }
        else
        {
            message.setInt(MassCancelRejectReason.FIELD, ReportCodes.massCancelReject(massCancel.reason()));
        }
        put(message, Symbol.FIELD, symbol);
        if (massCancel.sideRaw() == Side.BUY.value() || massCancel.sideRaw() == Side.SELL.value())
        {
            message.setChar(quickfix.field.Side.FIELD, ReportCodes.side(massCancel.sideRaw()));
        }
        message.setString(TransactTime.FIELD, FixTime.format(frame.timeNs()));
        putText(message, massCancel.text());
        outlet.accept(message, massCancel.session());
    }

    private void onCommandRefused(final EventFrame frame)
    {
        refused.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        businessReject(refused.templateId(), refused.text(), frame.session());
    }

    private void onCommandFailed(final EventFrame frame)
    {
        failed.wrapAndApplyHeader(frame.buffer(), frame.messageOffset(), header);
        businessReject(failed.templateId(), "our fault while deciding; nothing was changed: " + failed.text(),
            frame.session());
    }

    private void businessReject(final int templateId, final String text, final int session)
    {
        final Message message = message(MsgType.BUSINESS_MESSAGE_REJECT);
        message.setString(RefMsgType.FIELD, ReportCodes.requestType(templateId));
        message.setInt(BusinessRejectReason.FIELD, BusinessRejectReason.OTHER);
        putText(message, text);
        outlet.accept(message, session);
    }

    private void putAmount(final Message message, final int tag, final int offset)
    {
        amount.get(report.buffer(), report.offset() + offset);
        if (!amount.isNull())
        {
            message.setString(tag, amount.toString());
        }
    }

    private String orZero(final int offset)
    {
        amount.get(report.buffer(), report.offset() + offset);
        return amount.isNull() ? "0" : amount.toString();
    }

    private static Message message(final String type)
    {
        final Message message = new Message();
        message.getHeader().setString(MsgType.FIELD, type);
        return message;
    }

    private static String execId(final long account, final long accountSeq)
    {
        return accountSeq == 0 ? "0" : account + "-" + accountSeq;
    }

    private static String orNone(final String value)
    {
        return value.isEmpty() ? "NONE" : value;
    }

    private static void put(final quickfix.FieldMap map, final int tag, final String value)
    {
        if (!value.isEmpty())
        {
            map.setString(tag, value);
        }
    }

    private static void putText(final Message message, final String text)
    {
        put(message, Text.FIELD, FixText.clean(text, 400));
    }
}
