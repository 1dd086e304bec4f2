package io.utl.positions.ledger;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.BookingKind;

/**
 * Units that entered or left a position without a trade, with the cost that came or went with them. Reused.
 * Thread: core. Allocates: nothing after construction.
 */
public final class MovedLots
{
    int account;
    int book;
    int asset;
    int costAsset;
    long timeNs;
    BookingKind kind = BookingKind.NULL_VAL;
    final Amount qty = new Amount();
    final Amount value = new Amount();
    final Amount costWac = new Amount();
    final Amount costFifo = new Amount();

    MovedLots()
    {
    }

    public int account()
    {
        return account;
    }

    public int book()
    {
        return book;
    }

    public int asset()
    {
        return asset;
    }

    public int costAsset()
    {
        return costAsset;
    }

    /** Time of the command, nanoseconds since the Unix epoch. */
    public long timeNs()
    {
        return timeNs;
    }

    /** DEPOSIT, WITHDRAWAL or TRANSFER; FEE for units paid as a fee. */
    public BookingKind kind()
    {
        return kind;
    }

    /** Signed: in is positive. */
    public Amount qty()
    {
        return qty;
    }

    /** What fee units were disposed of at, cost currency; null: they moved at cost. */
    public Amount value()
    {
        return value;
    }

    /** Cost that came (positive) or went (negative), average cost, with capitalised fees. */
    public Amount costWac()
    {
        return costWac;
    }

    /** The same, oldest lot first. */
    public Amount costFifo()
    {
        return costFifo;
    }
}
