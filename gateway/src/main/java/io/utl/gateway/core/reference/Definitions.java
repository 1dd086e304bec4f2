package io.utl.gateway.core.reference;

import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.Oversell;
import io.utl.positions.ledger.Ledger;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gives numbers to names that were never defined: venues, places of custody and fee assets, because a fact may not be
 * refused, and the accounts that take the other side.
 * <p>
 * Thread: core, while changing. Allocates: for a new name only.
 */
public final class Definitions
{
    private static final String EXTERNAL = "external:";
    private static final String SUSPENSE = "suspense";

    private final Reference reference;
    private final Ledger ledger;
    private final UnsafeBuffer accountName = new UnsafeBuffer(new byte[Reference.ACCOUNT_LENGTH]);

    public Definitions(final Reference reference, final Ledger ledger)
    {
        this.reference = reference;
        this.ledger = ledger;
    }

    /** Number of an asset; defined on first use: a fact may name one that nobody has defined. */
    public int assetOf(final DirectBuffer buffer, final int offset)
    {
        final Asset known = reference.assets.find(buffer, offset);
        if (known != null)
        {
            return known.number;
        }
        final Asset asset = reference.assets.add(buffer, offset, new Asset(reference.assets.next()));
        ledger.defineAsset(asset.number);
        return asset.number;
    }

    /** Number of a venue or place of custody; defined on first use, with the account that takes the other side. */
    public int venueOf(final DirectBuffer buffer, final int offset)
    {
        final Venue known = reference.venues.find(buffer, offset);
        if (known != null)
        {
            return known.number;
        }
        accountName.setMemory(0, Reference.ACCOUNT_LENGTH, (byte)0);
        accountName.putStringWithoutLengthAscii(0, EXTERNAL);
        accountName.putBytes(EXTERNAL.length(), buffer, offset, Reference.VENUE_LENGTH);
        final int contra = ownAccount(AccountKind.EXTERNAL);
        return reference.venues.add(buffer, offset, new Venue(reference.venues.next(), contra)).number;
    }

    /** Number of the house account that holds facts of which nobody knows whose they are; defined on first use. */
    public int suspense()
    {
        accountName.setMemory(0, Reference.ACCOUNT_LENGTH, (byte)0);
        accountName.putStringWithoutLengthAscii(0, SUSPENSE);
        return ownAccount(AccountKind.HOUSE);
    }

    private int ownAccount(final AccountKind kind)
    {
        Account account = reference.accounts.find(accountName, 0);
        if (account == null)
        {
            account = define(accountName, 0, new UnsafeBuffer(new byte[Account.ENTITY_LENGTH]), 0, kind,
                FeePolicy.EXPENSE, Oversell.FLIP);
            tellLedger(account);
        }
        return account.number;
    }

    /** Opens an account under a name that is not there yet; the ledger is told apart. */
    public Account define(
        final DirectBuffer name,
        final int nameOffset,
        final DirectBuffer entity,
        final int entityOffset,
        final AccountKind kind,
        final FeePolicy feePolicy,
        final Oversell oversell)
    {
        final Account account = new Account(reference.accounts.next());
        account.kind = kind;
        account.feePolicy = feePolicy;
        account.oversell = oversell;
        account.entity.putBytes(0, entity, entityOffset, Account.ENTITY_LENGTH);
        if (account.entity.getByte(0) != 0 && reference.entities.find(account.entity, 0) == 0)
        {
            reference.entities.add(account.entity, 0);
        }
        return reference.accounts.add(name, nameOffset, account);
    }

    /** The ledger learns of an account, or of its new policies. */
    public void tellLedger(final Account account)
    {
        ledger.defineAccount(account.number, reference.entities.find(account.entity, 0), account.kind,
            account.feePolicy, account.oversell);
    }
}
