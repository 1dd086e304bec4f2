package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;

/**
 * One order of the venue's account. Changed by the matching thread only.
 * Units: price in quote per base, quantities in base, {@code quote…} in quote; times in milliseconds since the epoch.
 */
public final class VenueOrder
{
    private final long orderId;
    private final OrderRequest request;
    private final String base;
    private final String quote;
    private final long timeMs;
    private final Amount quantity = new Amount();
    private final Amount executed = new Amount();
    private final Amount quoteFilled = new Amount();
    private final Amount queueAhead = new Amount();
    private String clientOrderId;
    private OrderStatus status = OrderStatus.NEW;
    private long updateMs;
    private String expiryReason;
    private String cancelId;

    public VenueOrder(
        final long orderId, final OrderRequest request, final String clientOrderId, final String base,
        final String quote, final long timeMs)
    {
        this.orderId = orderId;
        this.request = request;
        this.clientOrderId = clientOrderId;
        this.base = base;
        this.quote = quote;
        this.timeMs = timeMs;
        this.updateMs = timeMs;
        if (request.quantity() != null)
        {
            quantity.set(request.quantity());
        }
    }

    public long orderId()
    {
        return orderId;
    }

    /** The request as first accepted; a later amendment changes {@link #quantity()} and the client id only. */
    public OrderRequest request()
    {
        return request;
    }

    public String symbol()
    {
        return request.symbol();
    }

    public boolean buy()
    {
        return request.buy();
    }

    public String base()
    {
        return base;
    }

    public String quote()
    {
        return quote;
    }

    /** Limit price, 0 for a market order. */
    public Amount price()
    {
        return request.price() == null ? new Amount() : request.price();
    }

    /** Quantity ordered; 0 for a market order by quote amount until it is known. */
    public Amount quantity()
    {
        return quantity;
    }

    public Amount executed()
    {
        return executed;
    }

    public Amount quoteFilled()
    {
        return quoteFilled;
    }

    /** Quantity still to be filled. */
    public Amount leaves()
    {
        return new Amount().difference(quantity, executed);
    }

    /** What stood at this price before the order came and has not printed since. */
    public Amount queueAhead()
    {
        return queueAhead;
    }

    public String clientOrderId()
    {
        return clientOrderId;
    }

    public OrderStatus status()
    {
        return status;
    }

    public long timeMs()
    {
        return timeMs;
    }

    public long updateMs()
    {
        return updateMs;
    }

    /** Binance's expiry reason; null unless the order expired. */
    public String expiryReason()
    {
        return expiryReason;
    }

    /** The id of the cancel that ended the order; the order itself keeps its own. Null unless it was canceled. */
    public String cancelId()
    {
        return cancelId;
    }

    /** True if the order may stay on the book. */
    public boolean rests()
    {
        return request.type() == OrderType.LIMIT_MAKER ||
            request.type() == OrderType.LIMIT && request.timeInForce() == TimeInForce.GTC;
    }

    /** True if money is set aside for it while it is open. */
    public boolean locks()
    {
        return request.type() != OrderType.MARKET;
    }

    void fill(final Amount fillQuantity, final Amount fillQuote, final long nowMs)
    {
        executed.add(fillQuantity);
        quoteFilled.add(fillQuote);
        updateMs = nowMs;
        if (status.open())
        {
            status = executed.compareTo(quantity) >= 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        }
    }

    void close(final OrderStatus end, final String reason, final String endId, final long nowMs)
    {
        cancelId = end == OrderStatus.CANCELED ? endId : null;
        status = end;
        expiryReason = reason;
        updateMs = nowMs;
    }

    void rename(final String newClientOrderId)
    {
        clientOrderId = newClientOrderId;
    }

    void quantity(final Amount newQuantity, final long nowMs)
    {
        quantity.set(newQuantity);
        updateMs = nowMs;
    }
}
