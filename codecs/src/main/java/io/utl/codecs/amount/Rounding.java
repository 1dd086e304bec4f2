package io.utl.codecs.amount;

/** How the one rounding of a product or a quotient is done. Names and meaning as in java.math.RoundingMode. */
public enum Rounding
{
    /** To the nearest; a tie goes to the even neighbour. What the books use. */
    HALF_EVEN,
    /** To the nearest; a tie goes away from zero. */
    HALF_UP,
    /** Towards zero. */
    DOWN,
    /** Away from zero. */
    UP,
    /** Towards negative infinity. */
    FLOOR,
    /** Towards positive infinity. */
    CEILING;

    /**
     * Whether the magnitude of an inexact result grows by one unit.
     *
     * @param negative      sign of the result.
     * @param odd           whether the truncated magnitude is odd.
     * @param remainderHalf negative, zero or positive: the remainder against half of the divisor.
     */
    boolean increments(final boolean negative, final boolean odd, final int remainderHalf)
    {
        switch (this)
        {
            case HALF_EVEN:
                return remainderHalf > 0 || (remainderHalf == 0 && odd);
            case HALF_UP:
                return remainderHalf >= 0;
            case UP:
                return true;
            case FLOOR:
                return negative;
            case CEILING:
                return !negative;
            default:
                return false;
        }
    }
}
