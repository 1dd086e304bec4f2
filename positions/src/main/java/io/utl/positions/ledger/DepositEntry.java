package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;

/**
 * Units that arrive from outside.
 * <p>
 * Cost, in this order: the total {@link #cost()}; else units times {@link #costPrice()}; else units at the mark. An
 * asset that is its own cost currency (cost asset 0 or the asset itself) keeps no lots: it is cash, and its cost is its
 * amount. Thread: one. Allocates: nothing after construction.
 */
public final class DepositEntry extends BookingEntry<DepositEntry>
{
    int asset;
    int costAsset;
    long acquired;
    final Amount amount = new Amount();
    final Amount cost = new Amount();
    final Amount costPrice = new Amount();

    public DepositEntry()
    {
        reset();
    }

    /** Each number 0, amount zero, cost and price null. */
    public DepositEntry reset()
    {
        resetCommon();
        asset = 0;
        costAsset = 0;
        acquired = 0;
        amount.setZero();
        cost.setNull();
        costPrice.setNull();
        return this;
    }

    public DepositEntry asset(final int number)
    {
        asset = number;
        return this;
    }

    /** Cost currency; 0 or the asset itself: cash, without lots. */
    public DepositEntry costAsset(final int number)
    {
        costAsset = number;
        return this;
    }

    /** Date of the lot; 0: the time of the command. */
    public DepositEntry acquiredTimeNs(final long atNs)
    {
        acquired = atNs;
        return this;
    }

    /** Units, to be filled; more than 0. */
    public Amount amount()
    {
        return amount;
    }

    /** Total cost in the cost currency, to be filled; null: by price. */
    public Amount cost()
    {
        return cost;
    }

    /** Cost currency per unit, to be filled; null: at the mark. */
    public Amount costPrice()
    {
        return costPrice;
    }

    public int asset()
    {
        return asset;
    }

    public int costAsset()
    {
        return costAsset;
    }

    /** Date of the lot: as given, else the command's time. */
    public long acquiredTimeNs()
    {
        return acquired == 0 ? timeNs : acquired;
    }

    boolean isCash()
    {
        return costAsset == 0 || costAsset == asset;
    }

    @Override
    DepositEntry self()
    {
        return this;
    }

    @Override
    long contentHash()
    {
        long hash = ContentHash.next(2, account);
        hash = ContentHash.next(hash, book);
        hash = ContentHash.next(hash, location);
        hash = ContentHash.next(hash, asset);
        hash = ContentHash.next(hash, costAsset);
        hash = ContentHash.next(hash, acquired);
        hash = ContentHash.next(hash, amount);
        hash = ContentHash.next(hash, cost);
        return ContentHash.next(hash, costPrice);
    }
}
