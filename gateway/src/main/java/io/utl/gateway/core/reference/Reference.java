package io.utl.gateway.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Accounts, books, assets, instruments, venues and sessions. Commands carry names; everything behind this class works
 * with numbers.
 * <p>
 * Thread: core. Allocates: only when something new is defined.
 */
public final class Reference
{
    /** Field lengths of the schema, bytes. */
    public static final int ACCOUNT_LENGTH = 32;
    public static final int SYMBOL_LENGTH = 32;
    public static final int ASSET_LENGTH = 16;
    public static final int VENUE_LENGTH = 16;

    private static final int BOOK_KEY_LENGTH = 8 + Book.NAME_LENGTH;

    public final Table<Asset> assets = new Table<>(ASSET_LENGTH);
    public final Table<Venue> venues = new Table<>(VENUE_LENGTH);
    public final Table<Account> accounts = new Table<>(ACCOUNT_LENGTH);
    public final Table<Instrument> instruments = new Table<>(SYMBOL_LENGTH);
    public final Table<Book> books = new Table<>(BOOK_KEY_LENGTH);
    /** Legal entities of accounts, numbered in the order in which accounts name them. */
    public final Names entities = new Names(Account.ENTITY_LENGTH);
    /** By number, which the command gives. */
    public final TreeMap<Integer, Session> sessions = new TreeMap<>();
    /** Kill switch of the firm. */
    public boolean firmStopped;

    private final List<Session> sessionByNumber = new ArrayList<>();
    private final UnsafeBuffer bookKey = new UnsafeBuffer(new byte[BOOK_KEY_LENGTH]);

    /** Session of this number, null if it was never defined. */
    public Session session(final int number)
    {
        return number > 0 && number < sessionByNumber.size() ? sessionByNumber.get(number) : null;
    }

    /** Makes a session known by its number. */
    public void add(final Session session)
    {
        sessions.put(session.number, session);
        while (sessionByNumber.size() <= session.number)
        {
            sessionByNumber.add(null);
        }
        sessionByNumber.set(session.number, session);
    }

    /** Book of an account by its name; null if it was never defined. */
    public Book book(final int account, final DirectBuffer buffer, final int offset)
    {
        return books.find(key(account, buffer, offset), 0);
    }

    /** Defines a book of an account under its name. */
    public Book add(final Book book, final DirectBuffer buffer, final int offset)
    {
        book.name.putBytes(0, buffer, offset, Book.NAME_LENGTH);
        return books.add(key(book.account, buffer, offset), 0, book);
    }

    private UnsafeBuffer key(final int account, final DirectBuffer buffer, final int offset)
    {
        bookKey.putLong(0, account);
        bookKey.putBytes(8, buffer, offset, Book.NAME_LENGTH);
        return bookKey;
    }
}
