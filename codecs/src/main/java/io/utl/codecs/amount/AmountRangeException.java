package io.utl.codecs.amount;

/**
 * A result does not fit 128 bits at 10^-18, about ±1.7 x 10^20. The receiver of the operation keeps its old value.
 * To a client this is the refusal AMOUNT_RANGE; a fact with such a result goes to suspense.
 */
public final class AmountRangeException extends ArithmeticException
{
    private static final long serialVersionUID = 1L;

    public AmountRangeException(final String message)
    {
        super(message);
    }
}
