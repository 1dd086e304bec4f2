package io.utl.gateway.core.booking;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.sbe.DepositDecoder;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.TransferDecoder;
import io.utl.codecs.sbe.WithdrawalDecoder;
import io.utl.gateway.core.event.LedgerTeller;
import io.utl.gateway.core.event.Notices;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.event.Sentence;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Asset;
import io.utl.gateway.core.reference.Book;
import io.utl.gateway.core.reference.Definitions;
import io.utl.gateway.core.reference.Reference;
import io.utl.positions.ledger.BookingEntry;
import io.utl.positions.ledger.DepositEntry;
import io.utl.positions.ledger.Ledger;
import io.utl.positions.ledger.Repeat;
import io.utl.positions.ledger.TransferEntry;
import io.utl.positions.ledger.WithdrawalEntry;
import org.agrona.DirectBuffer;

/**
 * Deposits, withdrawals and transfers: names become numbers, the ledger decides, and books. An external id that was
 * booked before with the same content is answered as applied, changed 0.
 * <p>
 * Thread: core. Allocates: nothing, a new location excepted.
 */
public final class BookingDesk
{
    private static final int ID_LENGTH = DepositDecoder.externalIdLength();

    private final Phase phase;
    private final Reference reference;
    private final Definitions definitions;
    private final Ledger ledger;
    private final LedgerTeller teller;
    private final Notices notices;
    private final DepositEntry deposit = new DepositEntry();
    private final WithdrawalEntry withdrawal = new WithdrawalEntry();
    private final TransferEntry transfer = new TransferEntry();
    private final Refusal refusal = new Refusal();

    public BookingDesk(
        final Phase phase,
        final Reference reference,
        final Definitions definitions,
        final Ledger ledger,
        final LedgerTeller teller,
        final Notices notices)
    {
        this.phase = phase;
        this.reference = reference;
        this.definitions = definitions;
        this.ledger = ledger;
        this.teller = teller;
        this.notices = notices;
    }

    public void onDeposit(final CommandFrame frame, final DepositDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int id = base + DepositDecoder.externalIdEncodingOffset();
        final int location = base + DepositDecoder.locationEncodingOffset();
        refusal.clear();
        final int account = account(buffer, base + DepositDecoder.accountEncodingOffset(), "account");
        final int book = book(account, buffer, base + DepositDecoder.bookEncodingOffset());
        final int asset = asset(buffer, base + DepositDecoder.assetEncodingOffset(), "asset");
        final int costAsset = buffer.getByte(base + DepositDecoder.costAssetEncodingOffset()) == 0 ? 0 :
            asset(buffer, base + DepositDecoder.costAssetEncodingOffset(), "costAsset");
        decideNames(buffer, id, location);
        deposit.reset();
        deposit.amount().get(buffer, base + DepositDecoder.amountEncodingOffset());
        deposit.cost().get(buffer, base + DepositDecoder.costEncodingOffset());
        deposit.costPrice().get(buffer, base + DepositDecoder.costPriceEncodingOffset());
        decideAmount(deposit.amount());
        if (isRefused(DepositDecoder.TEMPLATE_ID, frame.session()))
        {
            return;
        }
        phase.changing();
        name(deposit, frame, account, book, definitions.venueOf(buffer, location), buffer, id);
        deposit.asset(asset).costAsset(costAsset).acquiredTimeNs(
            command.acquiredTimeNs() == Long.MIN_VALUE ? 0 : command.acquiredTimeNs());
        if (isNew(deposit, DepositDecoder.TEMPLATE_ID, frame.session(), buffer, id) &&
            isTaken(ledger.check(deposit), DepositDecoder.TEMPLATE_ID, frame.session(), deposit.amount(), buffer, id))
        {
            ledger.book(deposit);
            applied(DepositDecoder.TEMPLATE_ID, true, buffer, id);
        }
    }

    public void onWithdrawal(final CommandFrame frame, final WithdrawalDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int id = base + WithdrawalDecoder.externalIdEncodingOffset();
        final int location = base + WithdrawalDecoder.locationEncodingOffset();
        refusal.clear();
        final int account = account(buffer, base + WithdrawalDecoder.accountEncodingOffset(), "account");
        final int book = book(account, buffer, base + WithdrawalDecoder.bookEncodingOffset());
        final int asset = asset(buffer, base + WithdrawalDecoder.assetEncodingOffset(), "asset");
        decideNames(buffer, id, location);
        withdrawal.reset();
        withdrawal.amount().get(buffer, base + WithdrawalDecoder.amountEncodingOffset());
        zeroIfNull(withdrawal.fee().get(buffer, base + WithdrawalDecoder.feeEncodingOffset()));
        decideAmount(withdrawal.amount());
        if (isRefused(WithdrawalDecoder.TEMPLATE_ID, frame.session()))
        {
            return;
        }
        phase.changing();
        name(withdrawal, frame, account, book, definitions.venueOf(buffer, location), buffer, id);
        withdrawal.asset(asset);
        if (isNew(withdrawal, WithdrawalDecoder.TEMPLATE_ID, frame.session(), buffer, id) &&
            isTaken(ledger.check(withdrawal), WithdrawalDecoder.TEMPLATE_ID, frame.session(), withdrawal.amount(),
                buffer, id))
        {
            ledger.book(withdrawal);
            applied(WithdrawalDecoder.TEMPLATE_ID, true, buffer, id);
        }
    }

    public void onTransfer(final CommandFrame frame, final TransferDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int id = base + TransferDecoder.externalIdEncodingOffset();
        final int from = base + TransferDecoder.fromLocationEncodingOffset();
        final int to = base + TransferDecoder.toLocationEncodingOffset();
        refusal.clear();
        final int account = account(buffer, base + TransferDecoder.fromAccountEncodingOffset(), "fromAccount");
        final int toAccount = account(buffer, base + TransferDecoder.toAccountEncodingOffset(), "toAccount");
        final int asset = asset(buffer, base + TransferDecoder.assetEncodingOffset(), "asset");
        decideNames(buffer, id, from);
        decideNames(buffer, id, to);
        transfer.reset();
        transfer.amount().get(buffer, base + TransferDecoder.amountEncodingOffset());
        zeroIfNull(transfer.fee().get(buffer, base + TransferDecoder.feeEncodingOffset()));
        decideAmount(transfer.amount());
        if (isRefused(TransferDecoder.TEMPLATE_ID, frame.session()))
        {
            return;
        }
        phase.changing();
        name(transfer, frame, account, 0, definitions.venueOf(buffer, from), buffer, id);
        transfer.to(toAccount, 0, definitions.venueOf(buffer, to)).asset(asset);
        if (isNew(transfer, TransferDecoder.TEMPLATE_ID, frame.session(), buffer, id) &&
            isTaken(ledger.check(transfer), TransferDecoder.TEMPLATE_ID, frame.session(), transfer.amount(),
                buffer, id))
        {
            ledger.book(transfer);
            applied(TransferDecoder.TEMPLATE_ID, true, buffer, id);
        }
    }

    private int account(final DirectBuffer buffer, final int offset, final String field)
    {
        if (isMissing(buffer, offset, field))
        {
            return 0;
        }
        final Account account = reference.accounts.find(buffer, offset);
        if (account == null && !refusal.isRefused())
        {
            refusal.because(RejectReason.UNKNOWN_ACCOUNT).add(field).add(" ")
                .add(buffer, offset, Reference.ACCOUNT_LENGTH).add(" was never defined");
        }
        return account == null ? 0 : account.number;
    }

    private int book(final int account, final DirectBuffer buffer, final int offset)
    {
        if (buffer.getByte(offset) == 0 || account == 0)
        {
            return 0;
        }
        final Book book = reference.book(account, buffer, offset);
        if (book == null && !refusal.isRefused())
        {
            refusal.because(RejectReason.INVALID_FIELD).add("book ").add(buffer, offset, Book.NAME_LENGTH)
                .add(" was never defined for the account");
        }
        return book == null ? 0 : book.number;
    }

    private boolean isMissing(final DirectBuffer buffer, final int offset, final String field)
    {
        final boolean missing = buffer.getByte(offset) == 0;
        if (missing && !refusal.isRefused())
        {
            refusal.because(RejectReason.INVALID_FIELD).add(field).add(" is missing");
        }
        return missing;
    }

    private int asset(final DirectBuffer buffer, final int offset, final String field)
    {
        if (isMissing(buffer, offset, field))
        {
            return 0;
        }
        final Asset asset = reference.assets.find(buffer, offset);
        if (asset == null && !refusal.isRefused())
        {
            refusal.because(RejectReason.UNKNOWN_ASSET).add(field).add(" ")
                .add(buffer, offset, Reference.ASSET_LENGTH).add(" was never defined");
        }
        return asset == null ? 0 : asset.number;
    }

    private void decideNames(final DirectBuffer buffer, final int id, final int location)
    {
        if (!refusal.isRefused() && buffer.getByte(location) == 0)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("location is missing: a venue or a place of custody");
        }
        if (!refusal.isRefused() && buffer.getByte(id) == 0)
        {
            refusal.because(RejectReason.INVALID_FIELD)
                .add("externalId is missing: without it a repeat could not be known");
        }
    }

    private void decideAmount(final Amount amount)
    {
        if (!refusal.isRefused() && (amount.isNull() || amount.signum() <= 0))
        {
            refusal.because(RejectReason.INVALID_FIELD).add("amount ").add(amount).add(" must be more than 0");
        }
    }

    private boolean isRefused(final int templateId, final int session)
    {
        if (refusal.isRefused())
        {
            notices.refused(templateId, session, refusal);
        }
        return refusal.isRefused();
    }

    private <E extends BookingEntry<E>> void name(
        final E entry,
        final CommandFrame frame,
        final int account,
        final int book,
        final int location,
        final DirectBuffer buffer,
        final int id)
    {
        entry.at(frame.sequence(), frame.timeNs()).account(account).book(book).location(location)
            .contra(reference.venues.get(location).contra).id().reset().with(buffer, id, ID_LENGTH);
        teller.named(buffer, id);
    }

    private boolean isNew(
        final BookingEntry<?> entry, final int templateId, final int session, final DirectBuffer buffer, final int id)
    {
        final Repeat repeat = ledger.repeat(entry);
        if (repeat == Repeat.SAME)
        {
            applied(templateId, false, buffer, id);
        }
        else if (repeat == Repeat.OTHER)
        {
            refusal.because(RejectReason.DIFFERENT_CONTENT).add("externalId ").add(buffer, id, ID_LENGTH)
                .add(" was booked with other content; use a new id");
            notices.refused(templateId, session, refusal);
        }
        return repeat == Repeat.NEW;
    }

    private boolean isTaken(
        final RejectReason reason,
        final int templateId,
        final int session,
        final Amount amount,
        final DirectBuffer buffer,
        final int id)
    {
        if (reason == RejectReason.NONE)
        {
            return true;
        }
        final Sentence words =
            refusal.because(reason).add("amount ").add(amount).add(" of ").add(buffer, id, ID_LENGTH);
        switch (reason)
        {
            case INSUFFICIENT_BALANCE -> words.add(" is more than is free there");
            case INSUFFICIENT_QTY -> words.add(" is more than the account has lots for");
            case NO_MARK -> words.add(" has no cost: give cost or costPrice, or wait for a mark");
            case AMOUNT_RANGE -> words.add(" leaves the range of amounts, 1.7 x 10^20");
            default -> words.add(" cannot be booked: ").add(reason.name());
        }
        notices.refused(templateId, session, refusal);
        return false;
    }

    private void applied(final int templateId, final boolean changed, final DirectBuffer buffer, final int id)
    {
        notices.applied(templateId, 0, changed, buffer, id, ID_LENGTH);
    }

    private static void zeroIfNull(final Amount amount)
    {
        if (amount.isNull())
        {
            amount.setZero();
        }
    }
}
