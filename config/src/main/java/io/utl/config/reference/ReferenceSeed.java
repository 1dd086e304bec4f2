package io.utl.config.reference;

import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.LimitKind;
import io.utl.codecs.sbe.Oversell;
import java.util.List;

/**
 * Reference data of an empty journal, in the order of its commands.
 * <p>
 * Thread: any; immutable.
 */
public record ReferenceSeed(List<Asset> assets, List<Account> accounts, List<Book> books, List<Limit> limits)
{
    /** Longest names, bytes, as in the schema. */
    public static final int ACCOUNT_LENGTH = 32;
    public static final int SYMBOL_LENGTH = 32;
    public static final int ASSET_LENGTH = 16;
    public static final int BOOK_LENGTH = 16;
    public static final int ENTITY_LENGTH = 16;
    public static final int MOST_DECIMALS = 18;

    /** @param decimals shown decimals, 0 to 18. */
    public record Asset(String name, int decimals)
    {
    }

    /** @param entity legal entity the account belongs to. */
    public record Account(String name, String entity, AccountKind kind, FeePolicy feePolicy, Oversell oversell)
    {
    }

    /** @param book strategy or desk of the account. */
    public record Book(String account, String book, String entity)
    {
    }

    /**
     * @param value   plain decimal in the unit of the kind.
     * @param account empty: all.
     * @param symbol  empty: all.
     */
    public record Limit(LimitKind kind, String value, String account, String symbol)
    {
    }

    public ReferenceSeed
    {
        assets = List.copyOf(assets);
        accounts = List.copyOf(accounts);
        books = List.copyOf(books);
        limits = List.copyOf(limits);
    }
}
