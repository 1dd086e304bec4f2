package io.utl.gateway.fix;

/** A message is answered at the edge and goes no further; the text names tag, value and rule. Has no stack trace. */
final class RefusedException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final int tag;

    /** @param tag the field meant, 0 if none. */
    RefusedException(final Refusal refusal, final int tag, final String text)
    {
        super(text, null, false, false);
        this.refusal = refusal;
        this.tag = tag;
    }

    Refusal refusal()
    {
        return refusal;
    }

    int tag()
    {
        return tag;
    }
}
