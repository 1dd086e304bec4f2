package io.utl.gateway.core.order;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.RejectReason;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.reference.Session;
import org.agrona.DirectBuffer;

/**
 * Who may act for which account. Session 0 is the gateway itself and may act for all.
 * <p>
 * Thread: core. Allocates: nothing.
 */
final class Access
{
    private final Reference reference;

    Access(final Reference reference)
    {
        this.reference = reference;
    }

    /**
     * The account a command is about: the one it names, else the session's own.
     *
     * @param refusal filled where null is returned.
     */
    Account account(final CommandFrame frame, final DirectBuffer buffer, final int offset, final Refusal refusal)
    {
        refusal.clear();
        final Session session = reference.session(frame.session());
        if (session == null && frame.session() != 0)
        {
            refusal.because(RejectReason.UNKNOWN_SESSION).add("session ").add(frame.session())
                .add(" was never defined: log on first");
            return null;
        }
        final int own = session == null ? 0 : session.account;
        final boolean named = buffer.getByte(offset) != 0;
        final Account account = named ? reference.accounts.find(buffer, offset) : reference.accounts.get(own);
        if (account == null)
        {
            refusal.because(RejectReason.UNKNOWN_ACCOUNT).add("account ");
            if (named)
            {
                refusal.text.add(buffer, offset, Reference.ACCOUNT_LENGTH).add(" was never defined");
            }
            else
            {
                refusal.text.add("is missing and the session has no own one");
            }
            return null;
        }
        if (own != 0 && own != account.number)
        {
            refusal.because(RejectReason.NOT_PERMITTED).add("account ")
                .add(buffer, offset, Reference.ACCOUNT_LENGTH).add(" must be the session's own, ")
                .add(reference.accounts.names().buffer(), reference.accounts.names().offset(own),
                    Reference.ACCOUNT_LENGTH);
            return null;
        }
        return account;
    }
}
