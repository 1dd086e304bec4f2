package io.utl.codecs.amount;

/** A text is no amount. {@link #code()} says which refusal that is; the message quotes the text and the rule. */
public final class AmountFormatException extends IllegalArgumentException
{
    private static final long serialVersionUID = 1L;

    /** What is wrong; the names are those of the reject catalogue. */
    public enum Code
    {
        /** No plain decimal: sign, digits, one point. */
        MALFORMED,
        /** Outside 128 bits at 10^-18. */
        AMOUNT_RANGE,
        /** A digit other than 0 after the 18th decimal. */
        AMOUNT_PRECISION
    }

    private final Code code;

    public AmountFormatException(final Code code, final String message)
    {
        super(message);
        this.code = code;
    }

    public Code code()
    {
        return code;
    }
}
