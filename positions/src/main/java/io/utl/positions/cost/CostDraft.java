package io.utl.positions.cost;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.Rounding;
import io.utl.positions.table.CostFlyweight;

/**
 * The totals of one position under one method while a change is drafted. Which units are relieved is decided outside:
 * the caller says what they cost.
 * <p>
 * Costs carry the sign of the quantity, so that one rule serves long and short: closing brings -(value + cost
 * relieved), where value is negative for a sale. Thread: one. Allocates: nothing.
 */
public final class CostDraft
{
    private final Amount rawCost = new Amount();
    private final Amount feeCost = new Amount();
    private final Amount realized = new Amount();
    private final Amount recognisedFees = new Amount();
    private final Amount movedCost = new Amount();
    private final Amount movedFees = new Amount();
    private final Amount stepRealized = new Amount();

    void load(final CostFlyweight from)
    {
        from.rawCost(rawCost);
        from.feeCost(feeCost);
        from.realized(realized);
        from.recognisedFees(recognisedFees);
        from.movedCost(movedCost);
        from.movedFees(movedFees);
        stepRealized.setZero();
    }

    void clear()
    {
        rawCost.setZero();
        feeCost.setZero();
        realized.setZero();
        recognisedFees.setZero();
        movedCost.setZero();
        movedFees.setZero();
        stepRealized.setZero();
    }

    void store(final CostFlyweight to)
    {
        to.putRawCost(rawCost).putFeeCost(feeCost).putRealized(realized).putRecognisedFees(recognisedFees)
            .putMovedCost(movedCost).putMovedFees(movedFees);
    }

    /** Units were closed at {@code value}; {@code raw} and {@code fee} is what they had cost. */
    void close(final Amount value, final Amount raw, final Amount fee)
    {
        rawCost.subtract(raw);
        feeCost.subtract(fee);
        recognisedFees.add(fee);
        stepRealized.subtract(value).subtract(raw);
        realized.subtract(value).subtract(raw);
    }

    /** Units were opened at {@code value}, with {@code fee} capitalised. */
    void open(final Amount value, final Amount fee)
    {
        rawCost.add(value);
        feeCost.add(fee);
    }

    /** A fee that profit bears at once. */
    void recognise(final Amount fee)
    {
        recognisedFees.add(fee);
    }

    /** Units left without profit or loss, with what they had cost. */
    void leave(final Amount raw, final Amount fee)
    {
        rawCost.subtract(raw);
        feeCost.subtract(fee);
        movedCost.add(raw);
        movedFees.add(fee);
    }

    /** What came in did so without a trade, with that cost. */
    void cameWith(final Amount raw, final Amount fee)
    {
        movedCost.subtract(raw);
        movedFees.subtract(fee);
    }

    /** Cost of {@code qty} of {@code net} units at the average; all that is left for the last of them. */
    void average(final Amount qty, final Amount net, final Amount rawInto, final Amount feeInto)
    {
        if (qty.equals(net))
        {
            rawInto.set(rawCost);
            feeInto.set(feeCost);
        }
        else
        {
            rawInto.proportion(rawCost, qty, net, Rounding.HALF_EVEN);
            feeInto.proportion(feeCost, qty, net, Rounding.HALF_EVEN);
        }
    }

    /** Profit of this change so far, gross of fees. */
    public Amount stepRealized()
    {
        return stepRealized;
    }
}
