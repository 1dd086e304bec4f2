package io.utl.benchmarks.peers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * A position book as it is ordinarily written: BigDecimal at 18 decimals, a HashMap of positions, an ArrayDeque of lots,
 * first in first out, one method only. O(1) a fill where lots match, no streams, no logging, no double entry.
 * <p>
 * Thread: one. Allocates: as BigDecimal does.
 */
public final class NaiveBook
{
    private static final int SCALE = 18;

    /** One open lot. */
    private static final class Lot
    {
        private BigDecimal qty;
        private BigDecimal cost;

        Lot(final BigDecimal qty, final BigDecimal cost)
        {
            this.qty = qty;
            this.cost = cost;
        }
    }

    /** One position: its lots and what it has realized. */
    private static final class Position
    {
        private final ArrayDeque<Lot> lots = new ArrayDeque<>();
        private BigDecimal net = BigDecimal.ZERO;
        private BigDecimal realized = BigDecimal.ZERO;
    }

    private final Map<Long, Position> positions = new HashMap<>();

    /**
     * Books one fill.
     *
     * @param key    of the position.
     * @param signed quantity, bought is positive.
     * @param price  per unit.
     * @return realized so far.
     */
    public BigDecimal fill(final long key, final BigDecimal signed, final BigDecimal price)
    {
        final Position position = positions.computeIfAbsent(key, ignored -> new Position());
        BigDecimal rest = signed;
        while (rest.signum() != 0 && !position.lots.isEmpty() &&
            position.lots.peekFirst().qty.signum() != rest.signum())
        {
            rest = close(position, rest, price);
        }
        if (rest.signum() != 0)
        {
            position.lots.addLast(new Lot(rest, rest.multiply(price).setScale(SCALE, RoundingMode.HALF_EVEN)));
        }
        position.net = position.net.add(signed);
        return position.realized;
    }

    /** Open lots of all positions. */
    public long lots()
    {
        return positions.values().stream().mapToLong(position -> position.lots.size()).sum();
    }

    private static BigDecimal close(final Position position, final BigDecimal rest, final BigDecimal price)
    {
        final Lot lot = position.lots.peekFirst();
        final BigDecimal taken = lot.qty.abs().min(rest.abs());
        final BigDecimal closed = lot.qty.signum() > 0 ? taken : taken.negate();
        final BigDecimal cost = taken.compareTo(lot.qty.abs()) == 0 ? lot.cost :
            lot.cost.multiply(closed).divide(lot.qty, SCALE, RoundingMode.HALF_EVEN);
        final BigDecimal value = closed.multiply(price).setScale(SCALE, RoundingMode.HALF_EVEN);
        position.realized = position.realized.add(value.subtract(cost));
        lot.qty = lot.qty.subtract(closed);
        lot.cost = lot.cost.subtract(cost);
        if (lot.qty.signum() == 0)
        {
            position.lots.removeFirst();
        }
        return rest.add(closed);
    }
}
