package io.utl.codecs.script;

/** A line is no message, or bytes are none; the message names token, field and rule, and lists what there is. */
public final class ScriptException extends IllegalArgumentException
{
    private static final long serialVersionUID = 1L;

    public ScriptException(final String message)
    {
        super(message);
    }

    public ScriptException(final String message, final Throwable cause)
    {
        super(message, cause);
    }
}
