package io.utl.gateway.fix;

import java.util.Objects;

/**
 * One client session: who may log on, and what it may do.
 *
 * @param number       session number of the gateway, 1 and up; fixed by the journaled SessionDefined.
 * @param senderCompId SenderCompID (49) of the client, 1 to 32 printable ASCII.
 * @param account      account used where Account (1) is absent, 1 to 32 printable ASCII.
 * @param username     expected in Username (553).
 * @param password     expected in Password (554); never printed.
 * @param readOnly     true: status requests only.
 */
public record FixSession(int number, String senderCompId, String account, String username, String password,
                         boolean readOnly)
{
    public FixSession
    {
        if (number < 1)
        {
            throw new IllegalArgumentException("utl.fix.sessions: number=" + number +
                " of " + senderCompId + ": must be 1 or more; 0 is the gateway itself");
        }
        check("senderCompId", senderCompId);
        check("account", account);
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }

    private static void check(final String name, final String value)
    {
        if (value == null || !FixText.isPrintable(value, 32))
        {
            throw new IllegalArgumentException("utl.fix.sessions: " + name + "=" + value +
                ": must be 1 to 32 printable ASCII characters without blanks");
        }
    }

    @Override
    public String toString()
    {
        return senderCompId + " (session " + number + ", account " + account + (readOnly ? ", read only)" : ")");
    }
}
