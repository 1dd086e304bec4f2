package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.match.VenueEvents.Execution;

/**
 * Carries out what was decided: writes it to the memory, changes order and balances, tells the account's streams.
 * The {@code restore} methods do the same from the memory, without writing or telling. Thread: matching.
 */
final class Settlement
{
    private final OrderStore store;
    private final Wallet wallet;
    private final FeeSchedule fees;
    private final VenueMemory memory;
    private final VenueEvents events;
    private long nextTradeId;

    Settlement(
        final OrderStore store, final Wallet wallet, final FeeSchedule fees, final VenueMemory memory,
        final VenueEvents events, final long nextTradeId)
    {
        this.store = store;
        this.wallet = wallet;
        this.fees = fees;
        this.memory = memory;
        this.events = events;
        this.nextTradeId = nextTradeId;
    }

    FeeSchedule fees()
    {
        return fees;
    }

    void accept(final VenueOrder order)
    {
        final long record = memory.accepted(order);
        restoreAccepted(order);
        events.report(order, Execution.NEW, null, "", record, order.timeMs());
    }

    void restoreAccepted(final VenueOrder order)
    {
        store.add(order);
        if (order.locks())
        {
            wallet.lock(lockAsset(order), lockOf(order, order.quantity()));
        }
    }

    VenueTrade fill(
        final VenueOrder order, final Amount price, final Amount quantity, final boolean maker, final long nowMs)
    {
        final Amount value = Decimals.notional(price, quantity);
        final VenueTrade trade = new VenueTrade(
            nextTradeId++, order.orderId(), order.symbol(), order.buy(), maker, new Amount().set(price),
            new Amount().set(quantity), fees.commission(order.buy(), maker, quantity, value),
            fees.assetOf(order.buy(), order.base(), order.quote()), nowMs);
        final long record = memory.filled(trade);
        restoreFilled(order, trade);
        events.report(order, Execution.TRADE, trade, "", record, nowMs);
        return trade;
    }

    void restoreFilled(final VenueOrder order, final VenueTrade trade)
    {
        final Amount value = trade.quoteQuantity();
        if (order.locks() && order.status().open())
        {
            wallet.unlock(lockAsset(order), lockOf(order, trade.quantity()));
        }
        wallet.debit(lockAsset(order), order.buy() ? value : trade.quantity());
        wallet.credit(order.buy() ? order.base() : order.quote(), order.buy() ? trade.quantity() : value);
        wallet.debit(trade.commissionAsset(), trade.commission());
        order.fill(trade.quantity(), value, trade.timeMs());
        store.add(trade);
        if (!order.status().open())
        {
            store.end(order);
        }
    }

    /** Ends an open order that is not filled; {@code cancelId} names the cancel, if it is one. */
    void close(
        final VenueOrder order, final OrderStatus status, final String reason, final String cancelId,
        final long nowMs)
    {
        restoreClosed(order, status, reason, cancelId, nowMs);
        final long record = memory.closed(order);
        final boolean canceled = status == OrderStatus.CANCELED;
        events.report(order, canceled ? Execution.CANCELED : Execution.EXPIRED, null,
            canceled ? order.clientOrderId() : "", record, nowMs);
    }

    void restoreClosed(
        final VenueOrder order, final OrderStatus status, final String reason, final String cancelId,
        final long nowMs)
    {
        if (order.locks())
        {
            wallet.unlock(lockAsset(order), lockOf(order, order.leaves()));
        }
        order.close(status, reason, cancelId, nowMs);
        if (order.cancelId() != null)
        {
            store.alias(order, cancelId);
        }
        store.end(order);
    }

    long amend(final VenueOrder order, final Amount quantity, final String clientOrderId, final long nowMs)
    {
        final String original = order.clientOrderId();
        restoreAmended(order, quantity, clientOrderId, nowMs);
        final long record = memory.amended(order, quantity);
        events.report(order, Execution.REPLACED, null, original, record, nowMs);
        return record;
    }

    void restoreAmended(
        final VenueOrder order, final Amount quantity, final String clientOrderId, final long nowMs)
    {
        final Amount less = new Amount().difference(order.quantity(), quantity);
        wallet.unlock(lockAsset(order), lockOf(order, less));
        order.quantity(quantity, nowMs);
        store.rename(order, clientOrderId);
    }

    /** Tells the balances that changed since the last call. */
    void tellBalances(final long nowMs)
    {
        final var touched = wallet.takeTouched();
        if (!touched.isEmpty())
        {
            events.balances(touched, nowMs);
        }
    }

    static String lockAsset(final VenueOrder order)
    {
        return order.buy() ? order.quote() : order.base();
    }

    private static Amount lockOf(final VenueOrder order, final Amount quantity)
    {
        return order.buy() ? Decimals.notional(order.price(), quantity) : quantity;
    }
}
