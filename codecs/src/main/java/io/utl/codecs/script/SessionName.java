package io.utl.codecs.script;

/**
 * How a line names a session: {@code C<n>} of a client or operator, {@code V<n>} of a venue, {@code G0} the gateway.
 * There is one numbering for all: the letter is for the reader, the number decides.
 */
final class SessionName
{
    private SessionName()
    {
    }

    static String format(final int session, final int templateId)
    {
        if (session == 0)
        {
            return "G0";
        }
        final int hundred = templateId / 100;
        return (hundred == 1 || hundred == 4 ? "V" : "C") + Integer.toUnsignedString(session);
    }

    static boolean isSession(final String text)
    {
        return text.matches("[CVG][0-9]+");
    }

    static int parse(final LineTokens.Token token)
    {
        try
        {
            final int session = Integer.parseUnsignedInt(token.value().substring(1));
            if ((token.value().charAt(0) == 'G') == (session == 0))
            {
                return session;
            }
            throw token.error("a session is C<n> or V<n> with n of 1 or more, or G0 for the gateway");
        }
        catch (final NumberFormatException e)
        {
            throw token.error("a session number must fit 32 bits", e);
        }
    }
}
