package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;

/**
 * Units that move between own accounts, books or locations; account, book and location of the entry are where they come
 * from. Lots keep cost and date. The fee units are taken first, disposed of at {@link #feePrice()}, else at the mark,
 * else their cost leaves without profit or loss; they go to the contra account.
 * Thread: one. Allocates: nothing after construction.
 */
public final class TransferEntry extends BookingEntry<TransferEntry>
{
    int toAccount;
    int toBook;
    int toLocation;
    int asset;
    int costAsset;
    final Amount amount = new Amount();
    final Amount fee = new Amount();
    final Amount feePrice = new Amount();

    public TransferEntry()
    {
        reset();
    }

    /** Each number 0, amount and fee zero, fee price null. */
    public TransferEntry reset()
    {
        resetCommon();
        toAccount = 0;
        toBook = 0;
        toLocation = 0;
        asset = 0;
        costAsset = 0;
        amount.setZero();
        fee.setZero();
        feePrice.setNull();
        return this;
    }

    /** Where the units arrive. */
    public TransferEntry to(final int accountNumber, final int bookNumber, final int locationNumber)
    {
        toAccount = accountNumber;
        toBook = bookNumber;
        toLocation = locationNumber;
        return this;
    }

    public TransferEntry asset(final int number)
    {
        asset = number;
        return this;
    }

    /** Whose lots move; 0 as in {@link WithdrawalEntry#costAsset(int)}. */
    public TransferEntry costAsset(final int number)
    {
        costAsset = number;
        return this;
    }

    /** Units that arrive, to be filled; more than 0. */
    public Amount amount()
    {
        return amount;
    }

    /** Further units lost on the way, to be filled; 0 or more. */
    public Amount fee()
    {
        return fee;
    }

    /** Cost currency per fee unit, to be filled; null: the mark. */
    public Amount feePrice()
    {
        return feePrice;
    }

    public int toAccount()
    {
        return toAccount;
    }

    public int toBook()
    {
        return toBook;
    }

    public int toLocation()
    {
        return toLocation;
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
    TransferEntry self()
    {
        return this;
    }

    @Override
    long contentHash()
    {
        long hash = ContentHash.next(4, account);
        hash = ContentHash.next(hash, book);
        hash = ContentHash.next(hash, location);
        hash = ContentHash.next(hash, toAccount);
        hash = ContentHash.next(hash, toBook);
        hash = ContentHash.next(hash, toLocation);
        hash = ContentHash.next(hash, asset);
        hash = ContentHash.next(hash, costAsset);
        hash = ContentHash.next(hash, amount);
        hash = ContentHash.next(hash, fee);
        return ContentHash.next(hash, feePrice);
    }
}
