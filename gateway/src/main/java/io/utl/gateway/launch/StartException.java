package io.utl.gateway.launch;

/** The gateway cannot start; one sentence that says why and what to do next, and the exit code. */
final class StartException extends Exception
{
    public static final int ERROR = 1;
    public static final int USAGE = 2;
    public static final int DIFFERENCE = 3;
    public static final int CORRUPT = 4;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public StartException(final int exitCode, final String sentence)
    {
        super(sentence);
        this.exitCode = exitCode;
    }

    public StartException(final int exitCode, final String sentence, final Throwable cause)
    {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public int exitCode()
    {
        return exitCode;
    }
}
