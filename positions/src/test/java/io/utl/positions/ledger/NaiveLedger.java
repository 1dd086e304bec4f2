package io.utl.positions.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The oracle: the same rules on BigDecimal, written for reading, with lists and without any table. One asset with lots,
 * one cost currency.
 */
final class NaiveLedger
{
    private static final int SCALE = 18;

    final Map<Integer, Position> positions = new TreeMap<>();
    final Map<String, BigDecimal> balances = new HashMap<>();
    private long lots;

    /** Books a trade; a fee in quote, or in base at the trade's price. */
    void trade(
        final int account,
        final boolean buy,
        final BigDecimal qty,
        final BigDecimal price,
        final BigDecimal fee,
        final boolean feeInBase,
        final boolean capitalise,
        final long timeNs)
    {
        final BigDecimal value = round(qty.multiply(price));
        final BigDecimal feeValue = feeInBase ? round(fee.multiply(price)) : fee;
        BigDecimal change = buy ? qty : qty.negate();
        BigDecimal at = buy ? value : value.negate();
        post(account, "BTC", change);
        post(account, "USDT", at.negate());
        post(account, feeInBase ? "BTC" : "USDT", fee.negate());
        if (feeInBase)
        {
            change = change.subtract(fee);
            at = at.subtract(feeValue);
        }
        position(account).trade(change, at, feeValue, capitalise, timeNs, ++lots);
    }

    void deposit(final int account, final BigDecimal qty, final BigDecimal price, final long timeNs)
    {
        post(account, "BTC", qty);
        position(account).arrive(qty, round(qty.multiply(price)), timeNs, ++lots);
    }

    void withdraw(final int account, final BigDecimal qty)
    {
        post(account, "BTC", qty.negate());
        position(account).leave(qty);
    }

    void transfer(final int from, final int to, final BigDecimal qty)
    {
        post(from, "BTC", qty.negate());
        post(to, "BTC", qty);
        position(to).receive(qty, position(from));
    }

    Position position(final int account)
    {
        return positions.computeIfAbsent(account, a -> new Position());
    }

    BigDecimal balance(final int account, final String asset)
    {
        return balances.getOrDefault(account + asset, BigDecimal.ZERO);
    }

    private void post(final int account, final String asset, final BigDecimal delta)
    {
        balances.merge(account + asset, delta, BigDecimal::add);
    }

    static BigDecimal round(final BigDecimal value)
    {
        return value.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal share(final BigDecimal of, final BigDecimal part, final BigDecimal whole)
    {
        return of.multiply(part).divide(whole, SCALE, RoundingMode.HALF_EVEN);
    }

    /** One open lot. */
    static final class Lot
    {
        BigDecimal qty;
        BigDecimal cost;
        BigDecimal fee;
        long timeNs;
        long sequence;

        Lot(final BigDecimal qty, final BigDecimal cost, final BigDecimal fee, final long timeNs, final long sequence)
        {
            this.qty = qty;
            this.cost = cost;
            this.fee = fee;
            this.timeNs = timeNs;
            this.sequence = sequence;
        }
    }

    /** One position; index 0 is average cost, 1 is oldest first. */
    static final class Position
    {
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        final BigDecimal[] cost = {BigDecimal.ZERO, BigDecimal.ZERO};
        final BigDecimal[] feeCost = {BigDecimal.ZERO, BigDecimal.ZERO};
        final BigDecimal[] realized = {BigDecimal.ZERO, BigDecimal.ZERO};
        final BigDecimal[] recognised = {BigDecimal.ZERO, BigDecimal.ZERO};
        final BigDecimal[] moved = {BigDecimal.ZERO, BigDecimal.ZERO};
        final List<Lot> lots = new ArrayList<>();

        void trade(
            final BigDecimal change,
            final BigDecimal value,
            final BigDecimal fee,
            final boolean capitalise,
            final long timeNs,
            final long sequence)
        {
            fees = fees.add(fee);
            BigDecimal closing = BigDecimal.ZERO;
            if (net.signum() * change.signum() < 0)
            {
                closing = change.abs().min(net.abs()).multiply(BigDecimal.valueOf(change.signum()));
            }
            final boolean onlyCloses = closing.compareTo(change) == 0;
            final BigDecimal closeValue = onlyCloses ? value : share(value, closing, change);
            final BigDecimal closeFee = onlyCloses ? fee : share(fee, closing, change);
            final BigDecimal opening = change.subtract(closing);
            if (closing.signum() != 0)
            {
                final BigDecimal[][] relieved = relieve(closing.negate());
                for (int m = 0; m < 2; m++)
                {
                    realized[m] = realized[m].subtract(closeValue).subtract(relieved[m][0]);
                    recognised[m] = recognised[m].add(relieved[m][1]);
                }
            }
            final BigDecimal openFee = capitalise ? fee.subtract(closeFee) : BigDecimal.ZERO;
            for (int m = 0; m < 2; m++)
            {
                recognised[m] = recognised[m].add(fee.subtract(openFee));
            }
            if (opening.signum() != 0)
            {
                open(opening, value.subtract(closeValue), openFee, timeNs, sequence);
            }
            net = net.add(change);
        }

        void arrive(final BigDecimal qty, final BigDecimal value, final long timeNs, final long sequence)
        {
            BigDecimal rest = qty;
            BigDecimal restValue = value;
            if (net.signum() < 0)
            {
                final BigDecimal closing = qty.min(net.negate());
                final BigDecimal part = share(value, closing, qty);
                final BigDecimal[][] relieved = relieve(closing.negate());
                for (int m = 0; m < 2; m++)
                {
                    realized[m] = realized[m].subtract(part).subtract(relieved[m][0]);
                    recognised[m] = recognised[m].add(relieved[m][1]);
                }
                rest = rest.subtract(closing);
                restValue = restValue.subtract(part);
            }
            if (rest.signum() != 0)
            {
                open(rest, restValue, BigDecimal.ZERO, timeNs, sequence);
            }
            for (int m = 0; m < 2; m++)
            {
                moved[m] = moved[m].subtract(value);
            }
            net = net.add(qty);
        }

        BigDecimal[][] leave(final BigDecimal qty)
        {
            final BigDecimal[][] relieved = relieve(qty);
            for (int m = 0; m < 2; m++)
            {
                moved[m] = moved[m].add(relieved[m][0]);
            }
            net = net.subtract(qty);
            return relieved;
        }

        void receive(final BigDecimal qty, final Position from)
        {
            BigDecimal rest = qty;
            if (net.signum() < 0)
            {
                final BigDecimal closing = qty.min(net.negate());
                final BigDecimal[][] cost = from.leave(closing);
                final BigDecimal[][] relieved = relieve(closing.negate());
                for (int m = 0; m < 2; m++)
                {
                    realized[m] = realized[m].subtract(cost[m][0]).subtract(relieved[m][0]);
                    recognised[m] = recognised[m].add(relieved[m][1]).add(cost[m][1]);
                    moved[m] = moved[m].subtract(cost[m][0]);
                }
                net = net.add(closing);
                rest = rest.subtract(closing);
            }
            if (rest.signum() != 0)
            {
                final List<Lot> pieces = new ArrayList<>();
                final BigDecimal[][] came = from.leave(rest, pieces);
                for (int m = 0; m < 2; m++)
                {
                    cost[m] = cost[m].add(came[m][0]);
                    feeCost[m] = feeCost[m].add(came[m][1]);
                    moved[m] = moved[m].subtract(came[m][0]);
                }
                pieces.forEach(this::insert);
                net = net.add(rest);
            }
        }

        private BigDecimal[][] leave(final BigDecimal qty, final List<Lot> pieces)
        {
            taken = pieces;
            final BigDecimal[][] relieved = leave(qty);
            taken = null;
            return relieved;
        }

        private List<Lot> taken;

        private void open(
            final BigDecimal qty, final BigDecimal value, final BigDecimal fee, final long timeNs, final long sequence)
        {
            for (int m = 0; m < 2; m++)
            {
                cost[m] = cost[m].add(value);
                feeCost[m] = feeCost[m].add(fee);
            }
            insert(new Lot(qty, value, fee, timeNs, sequence));
        }

        private void insert(final Lot lot)
        {
            int at = lots.size();
            while (at > 0 && (lots.get(at - 1).timeNs > lot.timeNs ||
                lots.get(at - 1).timeNs == lot.timeNs && lots.get(at - 1).sequence > lot.sequence))
            {
                at--;
            }
            lots.add(at, lot);
        }

        /** Takes units, signed as the position, out of both methods; answers {raw, fee} for each. */
        private BigDecimal[][] relieve(final BigDecimal qty)
        {
            final boolean all = qty.compareTo(net) == 0;
            final BigDecimal[][] out = {
                {all ? cost[0] : share(cost[0], qty, net), all ? feeCost[0] : share(feeCost[0], qty, net)},
                {BigDecimal.ZERO, BigDecimal.ZERO}};
            BigDecimal left = qty;
            while (left.signum() != 0)
            {
                final Lot lot = lots.get(0);
                final boolean whole = left.abs().compareTo(lot.qty.abs()) >= 0;
                final BigDecimal part = whole ? lot.qty : left;
                final BigDecimal raw = whole ? lot.cost : share(lot.cost, part, lot.qty);
                final BigDecimal fee = whole ? lot.fee : share(lot.fee, part, lot.qty);
                if (taken != null)
                {
                    taken.add(new Lot(part, raw, fee, lot.timeNs, lot.sequence));
                }
                out[1][0] = out[1][0].add(raw);
                out[1][1] = out[1][1].add(fee);
                lot.qty = lot.qty.subtract(part);
                lot.cost = lot.cost.subtract(raw);
                lot.fee = lot.fee.subtract(fee);
                left = left.subtract(part);
                if (whole)
                {
                    lots.remove(0);
                }
            }
            for (int m = 0; m < 2; m++)
            {
                cost[m] = cost[m].subtract(out[m][0]);
                feeCost[m] = feeCost[m].subtract(out[m][1]);
            }
            return out;
        }
    }
}
