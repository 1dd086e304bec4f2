package io.utl.gateway.core.booking;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.AccountDefinedDecoder;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.AssetDefinedDecoder;
import io.utl.codecs.sbe.BookDefinedDecoder;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.InstrumentDefinedDecoder;
import io.utl.codecs.sbe.InstrumentKind;
import io.utl.codecs.sbe.InstrumentState;
import io.utl.codecs.sbe.Oversell;
import io.utl.codecs.sbe.Protocol;
import io.utl.codecs.sbe.RejectReason;
import io.utl.codecs.sbe.SessionDefinedDecoder;
import io.utl.gateway.core.event.Notices;
import io.utl.gateway.core.event.Phase;
import io.utl.gateway.core.event.Refusal;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Asset;
import io.utl.gateway.core.reference.Book;
import io.utl.gateway.core.reference.Definitions;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.reference.Session;
import io.utl.positions.ledger.Ledger;
import org.agrona.DirectBuffer;

/**
 * Definitions: assets, accounts, books, instruments, sessions. A definition that says what is so already changes
 * nothing; what may not change later is refused.
 * <p>
 * Thread: core. Allocates: for each new name.
 */
public final class ReferenceDesk
{
    /** Highest session number that is taken. */
    public static final int MAX_SESSION = 1_000_000;

    private final Phase phase;
    private final Reference reference;
    private final Definitions definitions;
    private final Ledger ledger;
    private final Notices notices;
    private final Refusal refusal = new Refusal();
    private final Amount amount = new Amount();
    private final Amount one = new Amount().setUnits(1);

    public ReferenceDesk(
        final Phase phase,
        final Reference reference,
        final Definitions definitions,
        final Ledger ledger,
        final Notices notices)
    {
        this.phase = phase;
        this.reference = reference;
        this.definitions = definitions;
        this.ledger = ledger;
        this.notices = notices;
    }

    public void onAsset(final int session, final AssetDefinedDecoder command)
    {
        final int name = command.offset() + AssetDefinedDecoder.assetEncodingOffset();
        final int decimals = command.decimals();
        if (isMissing(command.buffer(), name, "asset"))
        {
            notices.refused(AssetDefinedDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        phase.changing();
        final Asset known = reference.assets.find(command.buffer(), name);
        final int number = definitions.assetOf(command.buffer(), name);
        final Asset asset = reference.assets.get(number);
        final boolean changed = known == null || asset.decimals != decimals;
        asset.decimals = decimals;
        notices.applied(AssetDefinedDecoder.TEMPLATE_ID, number, changed, command.buffer(), name,
            Reference.ASSET_LENGTH);
    }

    public void onAccount(final int session, final AccountDefinedDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int name = command.offset() + AccountDefinedDecoder.accountEncodingOffset();
        final int entity = command.offset() + AccountDefinedDecoder.entityEncodingOffset();
        final AccountKind kind = command.kind();
        final FeePolicy feePolicy = command.feePolicy();
        final Oversell oversell = command.oversell();
        if (isMissing(buffer, name, "account"))
        {
            notices.refused(AccountDefinedDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        final Account known = reference.accounts.find(buffer, name);
        if (kind == AccountKind.NULL_VAL || feePolicy == FeePolicy.NULL_VAL || oversell == Oversell.NULL_VAL)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("kind, feePolicy and oversell are needed for account ")
                .add(buffer, name, Reference.ACCOUNT_LENGTH);
        }
        else if (known != null && (known.kind != kind || !equal(known.entity, buffer, entity)))
        {
            refusal.because(RejectReason.ALREADY_DEFINED).add("account ").add(buffer, name, Reference.ACCOUNT_LENGTH)
                .add(" was defined with another kind or entity, which cannot change");
        }
        if (refusal.isRefused())
        {
            notices.refused(AccountDefinedDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        phase.changing();
        final boolean changed = known == null || known.feePolicy != feePolicy || known.oversell != oversell;
        final Account account = known == null ?
            definitions.define(buffer, name, buffer, entity, kind, feePolicy, oversell) : known;
        if (changed)
        {
            account.feePolicy = feePolicy;
            account.oversell = oversell;
            definitions.tellLedger(account);
        }
        notices.applied(AccountDefinedDecoder.TEMPLATE_ID, account.number, changed, buffer, name,
            Reference.ACCOUNT_LENGTH);
    }

    public void onBook(final int session, final BookDefinedDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int name = command.offset() + BookDefinedDecoder.bookEncodingOffset();
        final int accountName = command.offset() + BookDefinedDecoder.accountEncodingOffset();
        final Account account = reference.accounts.find(buffer, accountName);
        if (!isMissing(buffer, name, "book") && account == null)
        {
            refusal.because(RejectReason.UNKNOWN_ACCOUNT).add("account ")
                .add(buffer, accountName, Reference.ACCOUNT_LENGTH).add(" was never defined");
        }
        if (refusal.isRefused())
        {
            notices.refused(BookDefinedDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        phase.changing();
        Book book = reference.book(account.number, buffer, name);
        final boolean changed = book == null;
        if (changed)
        {
            book = new Book(reference.books.next(), account.number);
            book.entity.putBytes(0, buffer, command.offset() + BookDefinedDecoder.entityEncodingOffset(),
                Account.ENTITY_LENGTH);
            reference.add(book, buffer, name);
        }
        notices.applied(BookDefinedDecoder.TEMPLATE_ID, book.number, changed, buffer, name, Book.NAME_LENGTH);
    }

    public void onSession(final int session, final SessionDefinedDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int compId = command.offset() + SessionDefinedDecoder.compIdEncodingOffset();
        final int accountName = command.offset() + SessionDefinedDecoder.accountEncodingOffset();
        final int number = command.number();
        final Protocol protocol = command.protocol();
        final boolean named = buffer.getByte(accountName) != 0;
        final Account account = named ? reference.accounts.find(buffer, accountName) : null;
        final Session known = reference.session(number);
        refusal.clear();
        if (number < 1 || number > MAX_SESSION)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("number ").add(number).add(" must be 1 to ")
                .add(MAX_SESSION);
        }
        else if (named && account == null)
        {
            refusal.because(RejectReason.UNKNOWN_ACCOUNT).add("account ")
                .add(buffer, accountName, Reference.ACCOUNT_LENGTH).add(" was never defined");
        }
        else if (known != null && !equal(known.compId, buffer, compId))
        {
            refusal.because(RejectReason.ALREADY_DEFINED).add("session number ").add(number).add(" belongs to ")
                .add(known.compId, 0, Session.COMP_ID_LENGTH);
        }
        if (refusal.isRefused())
        {
            notices.refused(SessionDefinedDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        phase.changing();
        final Session defined = known == null ? new Session(number) : known;
        final int own = account == null ? 0 : account.number;
        final boolean changed = known == null || known.account != own || known.protocol != protocol;
        defined.compId.putBytes(0, buffer, compId, Session.COMP_ID_LENGTH);
        defined.account = own;
        defined.protocol = protocol;
        reference.add(defined);
        notices.applied(SessionDefinedDecoder.TEMPLATE_ID, number, changed, buffer, compId, Session.COMP_ID_LENGTH);
    }

    public void onInstrument(final int session, final InstrumentDefinedDecoder command)
    {
        final DirectBuffer buffer = command.buffer();
        final int base = command.offset();
        final int symbol = base + InstrumentDefinedDecoder.symbolEncodingOffset();
        final int venueName = base + InstrumentDefinedDecoder.venueEncodingOffset();
        final InstrumentKind kind = command.kind();
        final InstrumentState state = command.state();
        final Asset baseAsset =
            reference.assets.find(buffer, base + InstrumentDefinedDecoder.baseAssetEncodingOffset());
        final Asset quote =
            reference.assets.find(buffer, base + InstrumentDefinedDecoder.quoteAssetEncodingOffset());
        final Asset settle =
            reference.assets.find(buffer, base + InstrumentDefinedDecoder.settleAssetEncodingOffset());
        final Instrument known = reference.instruments.find(buffer, symbol);
        if (!isMissing(buffer, symbol, "symbol") && !isMissing(buffer, venueName, "venue"))
        {
            decide(command, known, baseAsset, quote);
        }
        if (refusal.isRefused())
        {
            notices.refused(InstrumentDefinedDecoder.TEMPLATE_ID, session, refusal);
            return;
        }
        phase.changing();
        final int venue = definitions.venueOf(buffer, venueName);
        final Instrument instrument = known == null ? new Instrument(reference.instruments.next()) : known;
        boolean changed = known == null || instrument.state != state;
        instrument.base = baseAsset.number;
        instrument.quote = quote.number;
        instrument.settle = settle == null ? quote.number : settle.number;
        instrument.venue = venue;
        instrument.kind = kind;
        instrument.state = state;
        changed |= !equal(instrument.venueSymbol, buffer,
            base + InstrumentDefinedDecoder.venueSymbolEncodingOffset());
        instrument.venueSymbol.putBytes(0, buffer, base + InstrumentDefinedDecoder.venueSymbolEncodingOffset(),
            Instrument.SYMBOL_LENGTH);
        changed |= read(instrument.tick, buffer, base + InstrumentDefinedDecoder.tickEncodingOffset());
        changed |= read(instrument.lot, buffer, base + InstrumentDefinedDecoder.lotEncodingOffset());
        changed |= read(instrument.minQty, buffer, base + InstrumentDefinedDecoder.minQtyEncodingOffset());
        changed |= read(instrument.maxQty, buffer, base + InstrumentDefinedDecoder.maxQtyEncodingOffset());
        changed |= read(instrument.minNotional, buffer, base + InstrumentDefinedDecoder.minNotionalEncodingOffset());
        instrument.multiplier.setUnits(1);
        if (known == null)
        {
            reference.instruments.add(buffer, symbol, instrument);
            ledger.defineInstrument(instrument.number, instrument.base, instrument.quote, instrument.multiplier);
        }
        notices.applied(InstrumentDefinedDecoder.TEMPLATE_ID, instrument.number, changed, buffer, symbol,
            Reference.SYMBOL_LENGTH);
    }

    private void decide(
        final InstrumentDefinedDecoder command, final Instrument known, final Asset base, final Asset quote)
    {
        final DirectBuffer buffer = command.buffer();
        final int at = command.offset();
        amount.get(buffer, at + InstrumentDefinedDecoder.multiplierEncodingOffset());
        if (base == null || quote == null)
        {
            refusal.because(RejectReason.UNKNOWN_ASSET)
                .add("baseAsset and quoteAsset must be defined before the symbol");
        }
        else if (base == quote)
        {
            refusal.because(RejectReason.INVALID_FIELD).add("quoteAsset must differ from baseAsset");
        }
        else if (!amount.isNull() && !amount.isZero() && !amount.equals(one))
        {
            refusal.because(RejectReason.UNSUPPORTED).add("multiplier ").add(amount).add(" must be 1 for SPOT");
        }
        else if (command.kind() != InstrumentKind.SPOT || command.state() == InstrumentState.NULL_VAL)
        {
            refusal.because(RejectReason.UNSUPPORTED).add("kind must be SPOT, and state must be given");
        }
        else if (known != null && (known.base != base.number || known.quote != quote.number || known.venue !=
            reference.venues.names().find(buffer, at + InstrumentDefinedDecoder.venueEncodingOffset())))
        {
            refusal.because(RejectReason.ALREADY_DEFINED)
                .add("baseAsset, quoteAsset and venue of a symbol cannot change");
        }
        else
        {
            for (int field = 0; field < 5; field++)
            {
                amount.get(buffer, at + field * Amount.LENGTH);
                if (!amount.isNull() && amount.isNegative())
                {
                    refusal.because(RejectReason.INVALID_FIELD)
                        .add("tick, lot, minQty, maxQty and minNotional must not be negative: ").add(amount);
                }
            }
        }
    }

    private boolean isMissing(final DirectBuffer buffer, final int offset, final String field)
    {
        refusal.clear();
        if (buffer.getByte(offset) == 0)
        {
            refusal.because(RejectReason.INVALID_FIELD).add(field).add(" is missing");
        }
        return refusal.isRefused();
    }

    private static boolean equal(final DirectBuffer mine, final DirectBuffer buffer, final int offset)
    {
        for (int i = 0; i < mine.capacity(); i += 8)
        {
            if (mine.getLong(i) != buffer.getLong(offset + i))
            {
                return false;
            }
        }
        return true;
    }

    /** Takes an amount, null as zero; true if it differs from what was there. */
    private boolean read(final Amount into, final DirectBuffer buffer, final int offset)
    {
        amount.get(buffer, offset);
        if (amount.isNull())
        {
            amount.setZero();
        }
        final boolean changed = !into.equals(amount);
        into.set(amount);
        return changed;
    }
}
