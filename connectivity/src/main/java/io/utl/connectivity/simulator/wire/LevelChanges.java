package io.utl.connectivity.simulator.wire;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.LevelList;

import java.util.LinkedHashMap;
import java.util.Map;

/** New quantities of levels of one side, 0 for a level that is gone, in the order in which they are told. */
final class LevelChanges
{
    private final Map<Amount, Amount> levels = new LinkedHashMap<>();

    static LevelChanges of(final LevelList list)
    {
        final LevelChanges changes = new LevelChanges();
        for (int i = 0; i < list.size(); i++)
        {
            changes.put(list.price(i), list.quantity(i));
        }
        return changes;
    }

    /** The best level of a side, said again. */
    static LevelChanges best(final Map<Amount, Amount> side)
    {
        final LevelChanges changes = new LevelChanges();
        side.entrySet().stream().findFirst().ifPresent(level -> changes.put(level.getKey(), level.getValue()));
        return changes;
    }

    /** What turns {@code before} into {@code after}. */
    static LevelChanges between(final Map<Amount, Amount> before, final LevelList after)
    {
        final LevelChanges changes = new LevelChanges();
        before.keySet().forEach(price -> changes.put(price, new Amount()));
        for (int i = 0; i < after.size(); i++)
        {
            changes.put(after.price(i), after.quantity(i));
        }
        return changes;
    }

    void put(final Amount price, final Amount quantity)
    {
        levels.put(new Amount().set(price), new Amount().set(quantity));
    }

    void putAll(final LevelChanges other)
    {
        levels.putAll(other.levels);
    }

    Map<Amount, Amount> levels()
    {
        return levels;
    }

    boolean isEmpty()
    {
        return levels.isEmpty();
    }

    void clear()
    {
        levels.clear();
    }
}
