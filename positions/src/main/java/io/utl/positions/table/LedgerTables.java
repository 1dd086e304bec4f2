package io.utl.positions.table;

import java.util.Arrays;

/**
 * Everything the ledger keeps: its tables, its lots and its counters.
 * <p>
 * Balances, positions, lots, accounts, assets, instruments, seen ids and the counters are state. Holdings, pairs and
 * cost currencies follow from them and are built anew when a snapshot is loaded.
 * Thread: the one that owns the ledger. Allocates: when a table grows.
 */
public final class LedgerTables
{
    private static final int REFERENCE = 256;
    /** A pair is its key, base and quote, and its first instrument. */
    private static final int PAIR_LENGTH = 16;
    private static final int PAIR_FIRST_OFFSET = 8;

    private final KeyedTable accounts = new KeyedTable(AccountFlyweight.LENGTH, 1, REFERENCE);
    private final KeyedTable assets = new KeyedTable(AssetFlyweight.LENGTH, 1, REFERENCE);
    private final KeyedTable instruments = new KeyedTable(InstrumentFlyweight.LENGTH, 1, REFERENCE);
    private final KeyedTable pairs = new KeyedTable(PAIR_LENGTH, 1, REFERENCE);
    private final KeyedTable balances;
    private final KeyedTable holdings;
    private final KeyedTable positions;
    private final KeyedTable seenTrades;
    private final KeyedTable seenExternal;
    private final LotSlab lots;
    private int[] costAssets = new int[8];
    private int costAssetCount;
    private long lotSequence;
    private long breaks;

    public LedgerTables(final LedgerSizes sizes)
    {
        balances = new KeyedTable(BalanceFlyweight.LENGTH, 2, sizes.positions() * 2);
        holdings = new KeyedTable(HoldingFlyweight.LENGTH, 1, sizes.positions() * 2);
        positions = new KeyedTable(PositionFlyweight.LENGTH, 3, sizes.positions());
        seenTrades = new KeyedTable(SeenFlyweight.LENGTH, 2, sizes.ids());
        seenExternal = new KeyedTable(SeenFlyweight.LENGTH, 2, Math.max(16, sizes.ids() / 16));
        lots = new LotSlab(sizes.lots());
    }

    public KeyedTable accounts()
    {
        return accounts;
    }

    public KeyedTable assets()
    {
        return assets;
    }

    public KeyedTable instruments()
    {
        return instruments;
    }

    public KeyedTable balances()
    {
        return balances;
    }

    public KeyedTable holdings()
    {
        return holdings;
    }

    public KeyedTable positions()
    {
        return positions;
    }

    /** Venue trade ids. */
    public KeyedTable seenTrades()
    {
        return seenTrades;
    }

    /** External ids of deposits, withdrawals and transfers. */
    public KeyedTable seenExternal()
    {
        return seenExternal;
    }

    public LotSlab lots()
    {
        return lots;
    }

    /** Index of the spot position, or ABSENT. Scope: account and book, whatever the location. */
    public int findPosition(final int account, final int book, final int asset, final int costAsset)
    {
        return positions.find(KeyedTable.key(account, book), KeyedTable.key(asset, costAsset), 0);
    }

    /** Index of the spot position, opened if there is none. */
    public int openPosition(final int account, final int book, final int asset, final int costAsset)
    {
        addCostAsset(costAsset);
        return positions.findOrAdd(KeyedTable.key(account, book), KeyedTable.key(asset, costAsset), 0);
    }

    public int findBalance(final int account, final int book, final int location, final int asset)
    {
        return balances.find(KeyedTable.key(account, book), KeyedTable.key(location, asset), 0);
    }

    public int openBalance(final int account, final int book, final int location, final int asset)
    {
        return balances.findOrAdd(KeyedTable.key(account, book), KeyedTable.key(location, asset), 0);
    }

    /** Smallest instrument of base and quote, 0 if there is none; further ones by {@code nextSamePair}. */
    public int firstOfPair(final int base, final int quote)
    {
        final int index = pairs.find(KeyedTable.key(base, quote), 0, 0);
        return index == KeyedTable.ABSENT ? 0 : pairs.buffer(index).getInt(pairs.offset(index) + PAIR_FIRST_OFFSET);
    }

    /** Sets the smallest instrument of base and quote. */
    public void firstOfPair(final int base, final int quote, final int instrument)
    {
        final int index = pairs.findOrAdd(KeyedTable.key(base, quote), 0, 0);
        pairs.buffer(index).putInt(pairs.offset(index) + PAIR_FIRST_OFFSET, instrument);
    }

    /** Cost currencies in which there ever was a position. */
    public int costAssetCount()
    {
        return costAssetCount;
    }

    /** Cost currency number {@code index}, in ascending order. */
    public int costAsset(final int index)
    {
        return costAssets[index];
    }

    /** Sequence given to the last lot opened. */
    public long lotSequence()
    {
        return lotSequence;
    }

    public void lotSequence(final long value)
    {
        lotSequence = value;
    }

    /** Sequence for a lot that is opened now. */
    public long nextLotSequence()
    {
        return ++lotSequence;
    }

    /** Breaks raised so far. */
    public long breaks()
    {
        return breaks;
    }

    public void breaks(final long value)
    {
        breaks = value;
    }

    private void addCostAsset(final int costAsset)
    {
        int at = costAssetCount;
        while (at > 0 && costAssets[at - 1] >= costAsset)
        {
            if (costAssets[--at] == costAsset)
            {
                return;
            }
        }
        if (costAssetCount == costAssets.length)
        {
            costAssets = Arrays.copyOf(costAssets, costAssetCount * 2);
        }
        System.arraycopy(costAssets, at, costAssets, at + 1, costAssetCount - at);
        costAssets[at] = costAsset;
        costAssetCount++;
    }
}
