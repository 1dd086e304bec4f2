package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Free and locked balances of the one account. An asset seen for the first time starts with its start balance.
 * Thread: matching. Units: of the asset itself; never below 0 as long as orders are checked before they are accepted.
 */
public final class Wallet
{
    /** Free and locked part of one asset. */
    public static final class Balance
    {
        private final Amount free = new Amount();
        private final Amount locked = new Amount();

        public Amount free()
        {
            return free;
        }

        public Amount locked()
        {
            return locked;
        }
    }

    private final Function<String, Amount> startBalance;
    private final Map<String, Balance> balances = new TreeMap<>();
    private final Set<String> touched = new TreeSet<>();

    public Wallet(final Function<String, Amount> startBalance)
    {
        this.startBalance = startBalance;
    }

    public Balance of(final String asset)
    {
        return balances.computeIfAbsent(asset, name ->
        {
            final Balance balance = new Balance();
            balance.free.set(startBalance.apply(name));
            return balance;
        });
    }

    /** All assets seen so far, in alphabetical order. */
    public Map<String, Balance> all()
    {
        return balances;
    }

    void credit(final String asset, final Amount amount)
    {
        of(asset).free.add(amount);
        touched.add(asset);
    }

    void debit(final String asset, final Amount amount)
    {
        of(asset).free.subtract(amount);
        touched.add(asset);
    }

    void lock(final String asset, final Amount amount)
    {
        final Balance balance = of(asset);
        balance.free.subtract(amount);
        balance.locked.add(amount);
        touched.add(asset);
    }

    void unlock(final String asset, final Amount amount)
    {
        final Balance balance = of(asset);
        balance.locked.subtract(amount);
        balance.free.add(amount);
        touched.add(asset);
    }

    /** Assets changed since the last call, which forgets them. */
    Set<String> takeTouched()
    {
        final Set<String> result = new TreeSet<>(touched);
        touched.clear();
        return result;
    }
}
