package io.utl.gateway.fix;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.codecs.frame.EgressPort;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.frame.IngressPort;
import io.utl.codecs.frame.InputClass;
import io.utl.codecs.sbe.CancelOrderDecoder;
import io.utl.codecs.sbe.ExecType;
import io.utl.codecs.sbe.ExecutionReportEncoder;
import io.utl.codecs.sbe.Liquidity;
import io.utl.codecs.sbe.MassCancelDecoder;
import io.utl.codecs.sbe.MassCancelReportEncoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.NewOrderDecoder;
import io.utl.codecs.sbe.OrdStatus;
import io.utl.codecs.sbe.OrdType;
import io.utl.codecs.sbe.OrderCancelRejectEncoder;
import io.utl.codecs.sbe.OrderStatusRequestDecoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.ReplaceOrderDecoder;
import io.utl.codecs.sbe.RequestKind;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.sbe.TimeInForce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Stands for ring, core and venue: one instrument at one price; what reaches the price fills at once, in two halves.
 * Its single thread is the FIX egress thread.
 */
final class FakeCore implements IngressPort, AutoCloseable
{
    static final String SYMBOL = "BTC-USDT";
    static final Amount MARKET = Amount.of("61837.64");
    private static final long ACCOUNT = 7;
    private static final long TIME_NS = 1_795_000_000_123_456_789L;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "fake-core"));
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final UnsafeBuffer out = new UnsafeBuffer(new byte[EventFrame.MAX_LENGTH]);
    private final EventFrame frame = new EventFrame().wrap(out, 0);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final List<String> offered = new ArrayList<>();
    private EgressPort egress;
    private long accountSeq;
    private long nextOrderId;
    private int trades;
    volatile boolean requestsBusy;
    volatile int stopsRefused;
    volatile boolean poisoned;

    static final class Order
    {
        private String id;
        private String original = "";
        private String account;
        private Amount qty = new Amount();
        private Amount price = new Amount();
        private final Amount done = new Amount();
        private long orderId;
        private int session;
        private Side side;
        private OrdType type;
        private TimeInForce timeInForce;
        private long expireTimeNs;
        private short postOnly;
        private OrdStatus status;
    }

    void egress(final EgressPort port)
    {
        egress = port;
    }

    /** Class, session and template of each command taken. */
    synchronized List<String> offered()
    {
        return List.copyOf(offered);
    }

    @Override
    public boolean offer(final InputClass inputClass, final int session, final DirectBuffer buffer, final int offset,
        final int length)
    {
        if (poisoned)
        {
            throw new IllegalStateException("poison");
        }
        if (inputClass == InputClass.REQUEST && requestsBusy)
        {
            return false;
        }
        synchronized (this)
        {
            if (inputClass == InputClass.STOP && stopsRefused > 0)
            {
                stopsRefused--;
                return false;
            }
            final UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
            copy.putBytes(0, buffer, offset, length);
            final int template = new MessageHeaderDecoder().wrap(copy, 0).templateId();
            offered.add(inputClass + " " + session + " " + template);
            thread.execute(() -> onCommand(session, template, copy));
        }
        return true;
    }

    @Override
    public void close()
    {
        thread.shutdown();
        try
        {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }

    private void onCommand(final int session, final int template, final UnsafeBuffer buffer)
    {
        final MessageHeaderDecoder decoder = new MessageHeaderDecoder();
        switch (template)
        {
            case NewOrderDecoder.TEMPLATE_ID -> newOrder(session,
                new NewOrderDecoder().wrapAndApplyHeader(buffer, 0, decoder));
            case CancelOrderDecoder.TEMPLATE_ID -> cancel(session,
                new CancelOrderDecoder().wrapAndApplyHeader(buffer, 0, decoder));
            case ReplaceOrderDecoder.TEMPLATE_ID -> replace(session,
                new ReplaceOrderDecoder().wrapAndApplyHeader(buffer, 0, decoder));
            case MassCancelDecoder.TEMPLATE_ID -> massCancel(session,
                new MassCancelDecoder().wrapAndApplyHeader(buffer, 0, decoder));
            case OrderStatusRequestDecoder.TEMPLATE_ID -> status(session,
                new OrderStatusRequestDecoder().wrapAndApplyHeader(buffer, 0, decoder));
            default -> throw new IllegalStateException("template " + template);
        }
    }

    private void newOrder(final int session, final NewOrderDecoder command)
    {
        final Order known = orders.get(command.clientOrderId());
        if (known != null)
        {
            report(known, ExecType.ORDER_STATUS, "ClOrdID was used before; this is its order now", "",
                null, RejectReason.NONE);
            return;
        }
        final Order order = new Order();
        order.id = command.clientOrderId();
        order.account = command.account();
        order.qty.get(command.buffer(), command.offset() + NewOrderDecoder.qtyEncodingOffset());
        order.price.get(command.buffer(), command.offset() + NewOrderDecoder.priceEncodingOffset());
        order.session = session;
        order.side = command.side();
        order.type = command.ordType();
        order.timeInForce = command.timeInForce();
        order.expireTimeNs = command.expireTimeNs();
        order.postOnly = command.postOnly();
        order.orderId = ++nextOrderId;
        orders.put(order.id, order);
        if (!SYMBOL.equals(command.symbol()))
        {
            order.status = OrdStatus.REJECTED;
            report(order, ExecType.REJECTED, "symbol=" + command.symbol() + ": no such instrument", "", null,
                RejectReason.UNKNOWN_SYMBOL);
            return;
        }
        order.status = OrdStatus.PENDING_NEW;
        report(order, ExecType.PENDING_NEW, "", "", null, RejectReason.NONE);
        order.status = OrdStatus.NEW;
        report(order, ExecType.NEW, "", "", null, RejectReason.NONE);
        if (order.type == OrdType.MARKET || (order.side == Side.BUY ? order.price.compareTo(MARKET) >= 0 :
            order.price.compareTo(MARKET) <= 0))
        {
            final Amount half = new Amount().product(order.qty, Amount.of("0.5"), Rounding.DOWN);
            fill(order, half);
            fill(order, new Amount().difference(order.qty, half));
        }
        else if (order.timeInForce == TimeInForce.IOC)
        {
            order.status = OrdStatus.CANCELED;
            report(order, ExecType.CANCELED, "", "", null, RejectReason.NONE);
        }
    }

    private void fill(final Order order, final Amount qty)
    {
        order.done.add(qty);
        order.status = order.done.equals(order.qty) ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED;
        report(order, ExecType.TRADE, "", "", qty, RejectReason.NONE);
    }

    private void cancel(final int session, final CancelOrderDecoder command)
    {
        final Order order = orders.get(command.origClientOrderId());
        if (order == null || !isLive(order))
        {
            cancelReject(session, order, command.clientOrderId(), command.origClientOrderId(), RequestKind.CANCEL);
            return;
        }
        rename(order, command.clientOrderId());
        end(order);
    }

    private void end(final Order order)
    {
        order.status = OrdStatus.PENDING_CANCEL;
        report(order, ExecType.PENDING_CANCEL, "", "", null, RejectReason.NONE);
        order.status = OrdStatus.CANCELED;
        report(order, ExecType.CANCELED, "", "", null, RejectReason.NONE);
    }

    private void replace(final int session, final ReplaceOrderDecoder command)
    {
        final Order order = orders.get(command.origClientOrderId());
        if (order == null || !isLive(order))
        {
            cancelReject(session, order, command.clientOrderId(), command.origClientOrderId(), RequestKind.REPLACE);
            return;
        }
        rename(order, command.clientOrderId());
        order.status = OrdStatus.PENDING_REPLACE;
        report(order, ExecType.PENDING_REPLACE, "", "", null, RejectReason.NONE);
        order.qty.get(command.buffer(), command.offset() + ReplaceOrderDecoder.qtyEncodingOffset());
        order.price.get(command.buffer(), command.offset() + ReplaceOrderDecoder.priceEncodingOffset());
        order.status = OrdStatus.NEW;
        report(order, ExecType.REPLACED, "", "", null, RejectReason.NONE);
    }

    private void rename(final Order order, final String id)
    {
        order.original = order.id;
        order.id = id;
        orders.put(id, order);
    }

    private void massCancel(final int session, final MassCancelDecoder command)
    {
        final List<Order> live = orders.values().stream().distinct().filter(FakeCore::isLive).toList();
        begin(MassCancelReportEncoder.TEMPLATE_ID, session, true);
        final MassCancelReportEncoder encoder = new MassCancelReportEncoder()
            .wrapAndApplyHeader(out, EventFrame.HEADER_LENGTH, header)
            .clientOrderId(command.clientOrderId()).account(command.account()).symbol(command.symbol())
            .affected(live.size()).session(session).msgSeqNum(command.msgSeqNum()).side(command.side())
            .reason(RejectReason.NONE).text("");
        tell(encoder.encodedLength());
        live.forEach(this::end);
    }

    private void status(final int session, final OrderStatusRequestDecoder command)
    {
        final String id = command.clientOrderId();
        Order order = orders.get(id);
        if (order == null)
        {
            order = new Order();
            order.id = id;
            order.account = command.account();
            order.session = session;
            order.qty.setNull();
            order.price.setNull();
            order.expireTimeNs = ExecutionReportEncoder.expireTimeNsNullValue();
            order.status = OrdStatus.UNKNOWN;
        }
        report(order, ExecType.ORDER_STATUS, order.status == OrdStatus.UNKNOWN ? "unknown order" : "",
            command.requestId(), null, RejectReason.NONE);
    }

    private static boolean isLive(final Order order)
    {
        return order.status == OrdStatus.NEW || order.status == OrdStatus.PARTIALLY_FILLED;
    }

    private void cancelReject(final int session, final Order order, final String id, final String original,
        final RequestKind kind)
    {
        begin(OrderCancelRejectEncoder.TEMPLATE_ID, session, true);
        final OrderCancelRejectEncoder encoder = new OrderCancelRejectEncoder()
            .wrapAndApplyHeader(out, EventFrame.HEADER_LENGTH, header)
            .orderId(order == null ? 0 : order.orderId).clientOrderId(id).origClientOrderId(original)
            .account("FUND1").session(session).msgSeqNum(0)
            .ordStatus(order == null ? OrdStatus.REJECTED : order.status).response(kind)
            .reason(order == null ? RejectReason.UNKNOWN_ORDER : RejectReason.TOO_LATE)
            .text(order == null ? "unknown order" : "order has ended");
        tell(encoder.encodedLength());
    }

    private void report(final Order order, final ExecType type, final String text, final String requestId,
        final Amount lastQty, final RejectReason reason)
    {
        begin(ExecutionReportEncoder.TEMPLATE_ID, order.session, type != ExecType.ORDER_STATUS);
        final boolean live = isLive(order) || order.status.name().startsWith("PENDING");
        final ExecutionReportEncoder report = new ExecutionReportEncoder()
            .wrapAndApplyHeader(out, EventFrame.HEADER_LENGTH, header)
            .orderId(order.orderId).execRef(0).expireTimeNs(order.expireTimeNs).transactTimeNs(TIME_NS)
            .clientOrderId(order.id).origClientOrderId(order.original)
            .venueOrderId(order.status == OrdStatus.PENDING_NEW || order.orderId == 0 ? "" : "v" + order.orderId)
            .venueTradeId(lastQty == null ? "" : "t" + ++trades).account(order.account).symbol(SYMBOL).venue("BINANCE")
            .book("").feeAsset(lastQty == null ? "" : "USDT").session(order.session).msgSeqNum(0).execType(type)
            .ordStatus(order.status)
            .liquidity(lastQty == null ? Liquidity.UNKNOWN : Liquidity.TAKER).reason(reason).inDoubt((short)0)
            .repeat((short)0).postOnly(order.postOnly).text(text).requestId(requestId);
        if (order.side != null)
        {
            report.side(order.side).ordType(order.type).timeInForce(order.timeInForce);
        }
        final Amount none = new Amount().setNull();
        final Amount value = new Amount().product(order.done, MARKET, Rounding.HALF_EVEN);
        final Amount leaves = live ? new Amount().difference(order.qty, order.done) : new Amount();
        put(report, ExecutionReportEncoder.qtyEncodingOffset(), order.qty);
        put(report, ExecutionReportEncoder.priceEncodingOffset(), order.price);
        put(report, ExecutionReportEncoder.lastQtyEncodingOffset(), lastQty == null ? none : lastQty);
        put(report, ExecutionReportEncoder.lastPxEncodingOffset(), lastQty == null ? none : MARKET);
        put(report, ExecutionReportEncoder.cumQtyEncodingOffset(), order.done);
        put(report, ExecutionReportEncoder.leavesQtyEncodingOffset(), leaves);
        put(report, ExecutionReportEncoder.cumValueEncodingOffset(), value);
        put(report, ExecutionReportEncoder.feeEncodingOffset(), lastQty == null ? none : Amount.of("1.55"));
        put(report, ExecutionReportEncoder.limitValueEncodingOffset(), none);
        put(report, ExecutionReportEncoder.actualValueEncodingOffset(), none);
        put(report, ExecutionReportEncoder.headroomEncodingOffset(), none);
        tell(report.encodedLength());
    }

    private static void put(final ExecutionReportEncoder report, final int offset, final Amount amount)
    {
        amount.put(report.buffer(), report.offset() + offset);
    }

    private void begin(final int template, final int session, final boolean event)
    {
        out.setMemory(0, out.capacity(), (byte)0);
        frame.session(session).sequence(1).index(0).flags(0).account(ACCOUNT)
            .accountSeq(event ? ++accountSeq : 0).timeNs(TIME_NS);
    }

    private void tell(final int encodedLength)
    {
        frame.length(MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
        egress.onEvent(frame, true);
    }
}
