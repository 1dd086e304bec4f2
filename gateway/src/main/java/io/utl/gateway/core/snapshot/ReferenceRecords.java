package io.utl.gateway.core.snapshot;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.frame.RecordSink;
import io.utl.codecs.sbe.AccountRecordDecoder;
import io.utl.codecs.sbe.AccountRecordEncoder;
import io.utl.codecs.sbe.AssetRecordDecoder;
import io.utl.codecs.sbe.AssetRecordEncoder;
import io.utl.codecs.sbe.BookRecordDecoder;
import io.utl.codecs.sbe.BookRecordEncoder;
import io.utl.codecs.sbe.InstrumentRecordDecoder;
import io.utl.codecs.sbe.InstrumentRecordEncoder;
import io.utl.codecs.sbe.MessageHeaderDecoder;
import io.utl.codecs.sbe.MessageHeaderEncoder;
import io.utl.codecs.sbe.SessionRecordDecoder;
import io.utl.codecs.sbe.SessionRecordEncoder;
import io.utl.codecs.sbe.VenueRecordDecoder;
import io.utl.codecs.sbe.VenueRecordEncoder;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Asset;
import io.utl.gateway.core.reference.Book;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Reference;
import io.utl.gateway.core.reference.Session;
import io.utl.gateway.core.reference.Venue;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The reference tables as records, each kind by number.
 * <p>
 * Thread: core. Allocates: when loading.
 */
public final class ReferenceRecords
{
    private final Reference reference;
    private final UnsafeBuffer scratch;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();

    public ReferenceRecords(final Reference reference, final UnsafeBuffer scratch)
    {
        this.reference = reference;
        this.scratch = scratch;
    }

    public void write(final RecordSink sink)
    {
        writeAssets(sink);
        writeVenues(sink);
        writeAccounts(sink);
        writeBooks(sink);
        writeInstruments(sink);
        writeSessions(sink);
    }

    /** Takes a record; false if it is of another kind. */
    public boolean load(final int templateId, final DirectBuffer buffer, final int offset)
    {
        switch (templateId)
        {
            case AssetRecordDecoder.TEMPLATE_ID -> loadAsset(buffer, offset);
            case VenueRecordDecoder.TEMPLATE_ID -> loadVenue(buffer, offset);
            case AccountRecordDecoder.TEMPLATE_ID -> loadAccount(buffer, offset);
            case BookRecordDecoder.TEMPLATE_ID -> loadBook(buffer, offset);
            case InstrumentRecordDecoder.TEMPLATE_ID -> loadInstrument(buffer, offset);
            case SessionRecordDecoder.TEMPLATE_ID -> loadSession(buffer, offset);
            default ->
            {
                return false;
            }
        }
        return true;
    }

    private void writeAssets(final RecordSink sink)
    {
        final AssetRecordEncoder encoder = new AssetRecordEncoder();
        for (int number = 1; number <= reference.assets.count(); number++)
        {
            encoder.wrapAndApplyHeader(scratch, 0, header).number(number)
                .decimals((short)reference.assets.get(number).decimals);
            reference.assets.names().copy(number, scratch, encoder.offset() + AssetRecordEncoder.assetEncodingOffset());
            tell(sink, encoder.encodedLength());
        }
    }

    private void loadAsset(final DirectBuffer buffer, final int offset)
    {
        final AssetRecordDecoder decoder = new AssetRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        final Asset asset = new Asset(inOrder(decoder.number(), reference.assets.next(), "asset"));
        asset.decimals = decoder.decimals();
        reference.assets.add(buffer, decoder.offset() + AssetRecordDecoder.assetEncodingOffset(), asset);
    }

    private void writeVenues(final RecordSink sink)
    {
        final VenueRecordEncoder encoder = new VenueRecordEncoder();
        for (int number = 1; number <= reference.venues.count(); number++)
        {
            final Venue venue = reference.venues.get(number);
            encoder.wrapAndApplyHeader(scratch, 0, header).aliveTimeNs(venue.aliveTimeNs).number(number)
                .contra(venue.contra).recvWindowMs(venue.recvWindowMs).ready(bit(venue.ready))
                .stopped(bit(venue.stopped));
            reference.venues.names().copy(number, scratch, encoder.offset() + VenueRecordEncoder.venueEncodingOffset());
            tell(sink, encoder.encodedLength());
        }
    }

    private void loadVenue(final DirectBuffer buffer, final int offset)
    {
        final VenueRecordDecoder decoder = new VenueRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        final Venue venue = new Venue(inOrder(decoder.number(), reference.venues.next(), "venue"), decoder.contra());
        venue.aliveTimeNs = decoder.aliveTimeNs();
        venue.recvWindowMs = decoder.recvWindowMs();
        venue.ready = decoder.ready() != 0;
        venue.stopped = decoder.stopped() != 0;
        reference.venues.add(buffer, decoder.offset() + VenueRecordDecoder.venueEncodingOffset(), venue);
    }

    private void writeAccounts(final RecordSink sink)
    {
        final AccountRecordEncoder encoder = new AccountRecordEncoder();
        for (int number = 1; number <= reference.accounts.count(); number++)
        {
            final Account account = reference.accounts.get(number);
            encoder.wrapAndApplyHeader(scratch, 0, header).accountSeq(account.accountSeq)
                .pendingJump(account.pendingJump).number(number).kind(account.kind).feePolicy(account.feePolicy)
                .oversell(account.oversell).stopped(bit(account.stopped));
            final int base = encoder.offset();
            reference.accounts.names().copy(number, scratch, base + AccountRecordEncoder.accountEncodingOffset());
            scratch.putBytes(base + AccountRecordEncoder.entityEncodingOffset(), account.entity, 0,
                Account.ENTITY_LENGTH);
            tell(sink, encoder.encodedLength());
        }
    }

    private void loadAccount(final DirectBuffer buffer, final int offset)
    {
        final AccountRecordDecoder decoder =
            new AccountRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        final Account account = new Account(inOrder(decoder.number(), reference.accounts.next(), "account"));
        account.accountSeq = decoder.accountSeq();
        account.pendingJump = decoder.pendingJump();
        account.kind = decoder.kind();
        account.feePolicy = decoder.feePolicy();
        account.oversell = decoder.oversell();
        account.stopped = decoder.stopped() != 0;
        account.entity.putBytes(0, buffer, decoder.offset() + AccountRecordDecoder.entityEncodingOffset(),
            Account.ENTITY_LENGTH);
        if (account.entity.getByte(0) != 0 && reference.entities.find(account.entity, 0) == 0)
        {
            reference.entities.add(account.entity, 0);
        }
        reference.accounts.add(buffer, decoder.offset() + AccountRecordDecoder.accountEncodingOffset(), account);
    }

    private void writeBooks(final RecordSink sink)
    {
        final BookRecordEncoder encoder = new BookRecordEncoder();
        for (int number = 1; number <= reference.books.count(); number++)
        {
            final Book book = reference.books.get(number);
            encoder.wrapAndApplyHeader(scratch, 0, header).number(number).account(book.account);
            scratch.putBytes(encoder.offset() + BookRecordEncoder.bookEncodingOffset(), book.name, 0,
                Book.NAME_LENGTH);
            scratch.putBytes(encoder.offset() + BookRecordEncoder.entityEncodingOffset(), book.entity, 0,
                Account.ENTITY_LENGTH);
            tell(sink, encoder.encodedLength());
        }
    }

    private void loadBook(final DirectBuffer buffer, final int offset)
    {
        final BookRecordDecoder decoder = new BookRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        final Book book = new Book(inOrder(decoder.number(), reference.books.next(), "book"), decoder.account());
        book.entity.putBytes(0, buffer, decoder.offset() + BookRecordDecoder.entityEncodingOffset(),
            Account.ENTITY_LENGTH);
        reference.add(book, buffer, decoder.offset() + BookRecordDecoder.bookEncodingOffset());
    }

    private void writeInstruments(final RecordSink sink)
    {
        final InstrumentRecordEncoder encoder = new InstrumentRecordEncoder();
        for (int number = 1; number <= reference.instruments.count(); number++)
        {
            final Instrument instrument = reference.instruments.get(number);
            encoder.wrapAndApplyHeader(scratch, 0, header).markTimeNs(instrument.markTimeNs).number(number)
                .baseAsset(instrument.base).quoteAsset(instrument.quote).settleAsset(instrument.settle)
                .venue(instrument.venue).kind(instrument.kind).state(instrument.state)
                .stopped(bit(instrument.stopped));
            final int base = encoder.offset();
            int at = base;
            for (final Amount amount : amounts(instrument))
            {
                amount.put(scratch, at);
                at += Amount.LENGTH;
            }
            reference.instruments.names().copy(number, scratch, base + InstrumentRecordEncoder.symbolEncodingOffset());
            scratch.putBytes(base + InstrumentRecordEncoder.venueSymbolEncodingOffset(), instrument.venueSymbol, 0,
                Instrument.SYMBOL_LENGTH);
            tell(sink, encoder.encodedLength());
        }
    }

    private void loadInstrument(final DirectBuffer buffer, final int offset)
    {
        final InstrumentRecordDecoder decoder =
            new InstrumentRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        final Instrument instrument =
            new Instrument(inOrder(decoder.number(), reference.instruments.next(), "instrument"));
        instrument.markTimeNs = decoder.markTimeNs();
        instrument.base = decoder.baseAsset();
        instrument.quote = decoder.quoteAsset();
        instrument.settle = decoder.settleAsset();
        instrument.venue = decoder.venue();
        instrument.kind = decoder.kind();
        instrument.state = decoder.state();
        instrument.stopped = decoder.stopped() != 0;
        int at = decoder.offset();
        for (final Amount amount : amounts(instrument))
        {
            amount.get(buffer, at);
            at += Amount.LENGTH;
        }
        instrument.venueSymbol.putBytes(0, buffer,
            decoder.offset() + InstrumentRecordDecoder.venueSymbolEncodingOffset(), Instrument.SYMBOL_LENGTH);
        reference.instruments.add(
            buffer, decoder.offset() + InstrumentRecordDecoder.symbolEncodingOffset(), instrument);
    }

    private void writeSessions(final RecordSink sink)
    {
        final SessionRecordEncoder encoder = new SessionRecordEncoder();
        for (final Session session : reference.sessions.values())
        {
            encoder.wrapAndApplyHeader(scratch, 0, header).number(session.number).account(session.account)
                .protocol(session.protocol);
            scratch.putBytes(encoder.offset() + SessionRecordEncoder.compIdEncodingOffset(), session.compId, 0,
                Session.COMP_ID_LENGTH);
            tell(sink, encoder.encodedLength());
        }
    }

    private void loadSession(final DirectBuffer buffer, final int offset)
    {
        final SessionRecordDecoder decoder =
            new SessionRecordDecoder().wrapAndApplyHeader(buffer, offset, headerDecoder);
        final Session session = new Session(decoder.number());
        session.account = decoder.account();
        session.protocol = decoder.protocol();
        session.compId.putBytes(0, buffer, decoder.offset() + SessionRecordDecoder.compIdEncodingOffset(),
            Session.COMP_ID_LENGTH);
        reference.add(session);
    }

    /** In the order of the record's first fields. */
    private static Amount[] amounts(final Instrument instrument)
    {
        return new Amount[]{instrument.tick, instrument.lot, instrument.minQty, instrument.maxQty,
            instrument.minNotional, instrument.multiplier};
    }

    private static int inOrder(final int number, final int expected, final String what)
    {
        if (number != expected)
        {
            throw new IllegalArgumentException(what + " record out of order: number=" + number + ", expected=" +
                expected + "; the snapshot is incomplete, use the one before it");
        }
        return number;
    }

    private static short bit(final boolean value)
    {
        return (short)(value ? 1 : 0);
    }

    private void tell(final RecordSink sink, final int messageLength)
    {
        sink.record(scratch, 0, MessageHeaderEncoder.ENCODED_LENGTH + messageLength);
    }
}
