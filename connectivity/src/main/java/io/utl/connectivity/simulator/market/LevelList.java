package io.utl.connectivity.simulator.market;

import io.utl.codecs.amount.Amount;

import java.util.ArrayList;
import java.util.List;

/**
 * Price levels of one side in the order of their message; reused from frame to frame.
 * Thread: its owner's. Allocates: only while it grows. Units: quote per base, and base; both at least 0.
 */
public final class LevelList
{
    private final List<Amount> prices = new ArrayList<>();
    private final List<Amount> quantities = new ArrayList<>();
    private int size;

    public void clear()
    {
        size = 0;
    }

    public int size()
    {
        return size;
    }

    /** The price of level {@code index}; the object is reused after {@link #clear()}, copy what has to stay. */
    public Amount price(final int index)
    {
        return prices.get(index);
    }

    /** The quantity of level {@code index}, 0 for a level that is gone; reused as the price is. */
    public Amount quantity(final int index)
    {
        return quantities.get(index);
    }

    public void add(final CharSequence price, final CharSequence quantity)
    {
        grow();
        prices.get(size).parse(price);
        quantities.get(size).parse(quantity);
        size++;
    }

    public void add(final Amount price, final Amount quantity)
    {
        grow();
        prices.get(size).set(price);
        quantities.get(size).set(quantity);
        size++;
    }

    public void set(final LevelList other)
    {
        clear();
        for (int i = 0; i < other.size; i++)
        {
            add(other.price(i), other.quantity(i));
        }
    }

    private void grow()
    {
        if (size == prices.size())
        {
            prices.add(new Amount());
            quantities.add(new Amount());
        }
    }
}
