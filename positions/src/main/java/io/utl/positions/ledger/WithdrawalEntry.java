package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;

/**
 * Units that leave to the outside, and the fee units that leave with them. Lots leave at cost, without profit or loss;
 * the fee units leave first and are disposed of at the mark, without a mark at cost.
 * Thread: one. Allocates: nothing after construction.
 */
public final class WithdrawalEntry extends BookingEntry<WithdrawalEntry>
{
    int asset;
    int costAsset;
    final Amount amount = new Amount();
    final Amount fee = new Amount();

    public WithdrawalEntry()
    {
        reset();
    }

    /** Each number 0, amount and fee zero. */
    public WithdrawalEntry reset()
    {
        resetCommon();
        asset = 0;
        costAsset = 0;
        amount.setZero();
        fee.setZero();
        return this;
    }

    public WithdrawalEntry asset(final int number)
    {
        asset = number;
        return this;
    }

    /**
     * Whose lots leave. 0: those of each cost currency in turn, smallest number first, each as far as it goes; what no
     * lot stands for leaves as cash.
     */
    public WithdrawalEntry costAsset(final int number)
    {
        costAsset = number;
        return this;
    }

    /** Units, to be filled; more than 0. */
    public Amount amount()
    {
        return amount;
    }

    /** Further units of the same asset, to be filled; 0 or more. */
    public Amount fee()
    {
        return fee;
    }

    public int asset()
    {
        return asset;
    }

    public int costAsset()
    {
        return costAsset;
    }

    @Override
    WithdrawalEntry self()
    {
        return this;
    }

    @Override
    long contentHash()
    {
        long hash = ContentHash.next(3, account);
        hash = ContentHash.next(hash, book);
        hash = ContentHash.next(hash, location);
        hash = ContentHash.next(hash, asset);
        hash = ContentHash.next(hash, costAsset);
        hash = ContentHash.next(hash, amount);
        return ContentHash.next(hash, fee);
    }
}
