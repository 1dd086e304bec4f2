package io.utl.config.settings;

import java.util.List;

/**
 * The FIX acceptor.
 *
 * @param clientReset when a Logon with 141=Y is accepted.
 * @param sessions    who may log on.
 */
public record FixSettings(ClientReset clientReset, List<SessionSettings> sessions)
{
    /**
     * One FIX session.
     *
     * @param compId   of the client, 1 to 32 ASCII.
     * @param account  its default account and the only one it may use.
     * @param password in clear; accepted on loopback only.
     * @param readOnly true: may ask, may not trade.
     */
    public record SessionSettings(String compId, String account, String password, boolean readOnly)
    {
        /** Says no password: settings are printed and logged. */
        @Override
        public String toString()
        {
            return compId + " (account " + account + (readOnly ? ", read only)" : ")");
        }
    }

    public FixSettings
    {
        sessions = List.copyOf(sessions);
    }
}
