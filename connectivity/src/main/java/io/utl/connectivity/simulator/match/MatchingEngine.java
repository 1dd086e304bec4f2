package io.utl.connectivity.simulator.match;

import io.utl.codecs.amount.Amount;
import io.utl.connectivity.simulator.market.InstrumentRules;
import io.utl.connectivity.simulator.market.MarketFrame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The venue's decisions: what becomes of a new order, a cancel, an amendment and of each recorded frame.
 * <p>
 * A refusal is a {@link VenueError} and changes nothing. Everything else is written to the memory, done, and told; the
 * caller flushes the memory before it lets an answer out. Thread: matching.
 */
public final class MatchingEngine
{
    private static final String INSUFFICIENT = "Account has insufficient balance for requested action.";

    private final Map<String, InstrumentRules> rules = new LinkedHashMap<>();
    private final Map<String, ReplayBook> books = new LinkedHashMap<>();
    private final OrderStore store;
    private final Wallet wallet;
    private final Settlement settlement;
    private final RestingOrders resting;
    private final boolean venueLimits;
    private long nextOrderId;
    private long nextGeneratedId;

    /**
     * @param venueLimits true to hold accounts to MAX_NUM_ORDERS.
     * @param firstIds    first order and trade id that were never given in this data directory.
     */
    public MatchingEngine(
        final List<InstrumentRules> instruments, final OrderStore store, final Wallet wallet, final FeeSchedule fees,
        final VenueMemory memory, final VenueEvents events, final boolean venueLimits, final FirstIds firstIds)
    {
        this.store = store;
        this.wallet = wallet;
        this.venueLimits = venueLimits;
        nextOrderId = firstIds.orderId();
        nextGeneratedId = firstIds.generatedId();
        settlement = new Settlement(store, wallet, fees, memory, events, firstIds.tradeId());
        resting = new RestingOrders(store, settlement);
        for (final InstrumentRules instrument : instruments)
        {
            rules.put(instrument.symbol(), instrument);
            books.put(instrument.symbol(), new ReplayBook());
            wallet.of(instrument.base());
            wallet.of(instrument.quote());
        }
    }

    /** First numbers that are free: order ids, trade ids, and the number in ids that the venue makes itself. */
    public record FirstIds(long orderId, long tradeId, long generatedId)
    {
    }

    /** The rules of {@code symbol}; error -1121 if it is not traded here. */
    public InstrumentRules rules(final String symbol)
    {
        final InstrumentRules found = rules.get(symbol);
        if (found == null)
        {
            throw new VenueError(-1121, "Invalid symbol.");
        }
        return found;
    }

    /** All instruments in the market's order. */
    public Map<String, InstrumentRules> rules()
    {
        return rules;
    }

    public ReplayBook book(final String symbol)
    {
        rules(symbol);
        return books.get(symbol);
    }

    /** All books by symbol; to be read on the matching thread only. */
    public Map<String, ReplayBook> books()
    {
        return books;
    }

    public OrderStore store()
    {
        return store;
    }

    public Wallet wallet()
    {
        return wallet;
    }

    /** The first full book; orders from before are put behind it by {@link #rejoin}. */
    public void begin(final String symbol, final MarketFrame snapshot)
    {
        books.get(symbol).load(snapshot);
    }

    /** A new full book: the recording starts again. */
    public void load(final String symbol, final MarketFrame snapshot, final long nowMs)
    {
        books.get(symbol).load(snapshot);
        moved(symbol, nowMs);
    }

    /** One recorded frame. */
    public void apply(final MarketFrame frame, final long nowMs)
    {
        final ReplayBook book = books.get(frame.symbol());
        switch (frame.kind())
        {
            case DEPTH -> book.depth(frame);
            case TICKER -> book.ticker(frame);
            case TRADE, AGGREGATE_TRADE ->
            {
                book.traded(frame.price());
                resting.printed(frame, nowMs);
                settlement.tellBalances(nowMs);
                return;
            }
            default ->
            {
                return;
            }
        }
        moved(frame.symbol(), nowMs);
    }

    private void moved(final String symbol, final long nowMs)
    {
        resting.moved(symbol, books.get(symbol), nowMs);
        settlement.tellBalances(nowMs);
    }

    /** After a restart, books loaded: what could not rest expires, the rest queues anew behind what is shown. */
    public void rejoin(final long nowMs)
    {
        for (final VenueOrder order : store.open())
        {
            final ReplayBook book = books.get(order.symbol());
            if (!order.rests())
            {
                settlement.close(
                    order, OrderStatus.EXPIRED, "EXCHANGE_CANCELED", null, nowMs);
            }
            else if (book != null)
            {
                resting.join(order, book);
            }
        }
        rules.keySet().forEach(symbol -> moved(symbol, nowMs));
    }

    /** Refuses what {@link #place} would refuse before it looks at balances; changes nothing. */
    public void check(final OrderRequest request)
    {
        final InstrumentRules instrument = rules(request.symbol());
        Filters.check(instrument, request, books.get(request.symbol()).lastPrice());
        if (venueLimits)
        {
            Filters.openOrders(instrument, store.open(request.symbol()).size());
        }
    }

    /** What a placement led to. */
    public record Placed(VenueOrder order, List<VenueTrade> fills)
    {
    }

    /** Accepts a new order and lets it take; errors -1013, -2010. */
    public Placed place(final OrderRequest request, final long nowMs)
    {
        check(request);
        final InstrumentRules instrument = rules(request.symbol());
        final VenueOrder known = request.clientOrderId() == null ? null : store.byClientId(request.clientOrderId());
        if (known != null && known.status().open())
        {
            throw new VenueError(-2010, "Duplicate order sent.");
        }
        final ReplayBook book = books.get(request.symbol());
        final TakePlan plan = plan(request, book, instrument);
        if (request.type() == OrderType.LIMIT_MAKER && !plan.isEmpty())
        {
            throw new VenueError(-2010, "Order would immediately match and take.");
        }
        checkFunds(request, instrument, plan);
        final long orderId = nextOrderId++;
        final VenueOrder order = new VenueOrder(
            orderId, request, request.clientOrderId() == null ? generatedId() : request.clientOrderId(),
            instrument.base(), instrument.quote(), nowMs);
        if (request.quantity() == null)
        {
            order.quantity(plan.quantity(), nowMs);
        }
        final Placed placed = new Placed(order, new ArrayList<>());
        execute(placed, plan, book, nowMs);
        settlement.tellBalances(nowMs);
        return placed;
    }

    private TakePlan plan(final OrderRequest request, final ReplayBook book, final InstrumentRules instrument)
    {
        if (request.quantity() != null)
        {
            return TakePlan.ofQuantity(book, request.buy(), request.price(), request.quantity());
        }
        final TakePlan plan = TakePlan.ofQuote(
            book, request.buy(), request.quoteOrderQty(), instrument.lot().step());
        if (plan.isEmpty())
        {
            throw new VenueError(-2010, book.best(!request.buy()) == null ?
                "Order book liquidity is less than symbol minimum quantity." :
                "Order book liquidity is less than `LOT_SIZE` filter minimum quantity.");
        }
        return plan;
    }

    private void checkFunds(final OrderRequest request, final InstrumentRules instrument, final TakePlan plan)
    {
        final boolean market = request.type() == OrderType.MARKET;
        final Amount quantity = market ? plan.quantity() : request.quantity();
        final Amount value = market ? plan.cost() : Decimals.notional(request.price(), quantity);
        final String fee = settlement.fees().assetOf(request.buy(), instrument.base(), instrument.quote());
        final Amount commission = settlement.fees().commission(request.buy(), false, quantity, value);
        final String asset = request.buy() ? instrument.quote() : instrument.base();
        final Amount needed = new Amount().set(request.buy() ? value : quantity);
        if (fee.equals(asset))
        {
            needed.add(commission);
        }
        final boolean thirdAssetShort = !fee.equals(instrument.base()) && !fee.equals(instrument.quote()) &&
            wallet.of(fee).free().compareTo(commission) < 0;
        if (thirdAssetShort || wallet.of(asset).free().compareTo(needed) < 0)
        {
            throw new VenueError(-2010, INSUFFICIENT);
        }
    }

    private void execute(final Placed placed, final TakePlan plan, final ReplayBook book, final long nowMs)
    {
        final VenueOrder order = placed.order();
        settlement.accept(order);
        final TimeInForce force = order.request().timeInForce();
        if (force == TimeInForce.FOK && plan.quantity().compareTo(order.quantity()) < 0)
        {
            expire(order, "UNFILLED_FOK_ORDER_EXPIRED", nowMs);
            return;
        }
        for (final TakePlan.Part part : plan.parts())
        {
            book.take(!order.buy(), part.price(), part.quantity());
            placed.fills().add(settlement.fill(order, part.price(), part.quantity(), false, nowMs));
        }
        if (!order.status().open())
        {
            return;
        }
        if (order.rests())
        {
            resting.join(order, book);
        }
        else
        {
            expire(order, order.request().type() == OrderType.MARKET ?
                "INSUFFICIENT_LIQUIDITY" : "UNFILLED_IOC_QUANTITY_EXPIRED", nowMs);
        }
    }

    private void expire(final VenueOrder order, final String reason, final long nowMs)
    {
        settlement.close(order, OrderStatus.EXPIRED, reason, null, nowMs);
    }

    /**
     * The open order that a cancel or amendment means; error -2011 if there is none.
     *
     * @param orderId  null if not named; if named it is searched first and the client id has to fit.
     * @param clientId null if not named.
     */
    public VenueOrder open(final String symbol, final Long orderId, final String clientId)
    {
        final VenueOrder order = orderId != null ? store.byId(orderId) : store.byClientId(clientId);
        final boolean fits = order != null && order.status().open() && order.symbol().equals(symbol) &&
            (orderId == null || clientId == null || order.clientOrderId().equals(clientId));
        if (!fits)
        {
            throw new VenueError(-2011, "Unknown order sent.");
        }
        return order;
    }

    /** Takes an open order off the book; the cancel is known as {@code cancelId}, a made id if null. */
    public void cancel(final VenueOrder order, final String cancelId, final long nowMs)
    {
        settlement.close(
            order, OrderStatus.CANCELED, null, cancelId == null ? generatedId() : cancelId, nowMs);
        settlement.tellBalances(nowMs);
    }

    /** Lowers the quantity of an open order, which keeps its place; gives the execution's number; error -2038. */
    public long amend(final VenueOrder order, final Amount quantity, final String newClientId, final long nowMs)
    {
        Filters.quantity(rules(order.symbol()), quantity);
        final int change = quantity.compareTo(order.quantity());
        if (change >= 0)
        {
            throw new VenueError(-2038, change == 0 ? "The requested action would change no state; rejecting" :
                "Order amend (quantity increase) is not supported.");
        }
        if (quantity.compareTo(order.executed()) <= 0)
        {
            throw new VenueError(-2038, "Unsupported order combination");
        }
        final long record = settlement.amend(
            order, quantity, newClientId == null ? generatedId() : newClientId, nowMs);
        settlement.tellBalances(nowMs);
        return record;
    }

    /** What brings the memory's records back; to be used before the first frame only. */
    public MemoryReplay replay()
    {
        return new MemoryReplay(store, settlement);
    }

    private String generatedId()
    {
        return "utlsim" + Long.toString(nextGeneratedId++, 36);
    }
}
