package io.utl.gateway.tools.check;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.sbe.CostMethod;
import io.utl.codecs.sbe.Purpose;
import io.utl.codecs.sbe.Side;
import io.utl.codecs.text.AsciiText;
import io.utl.gateway.core.Core;
import io.utl.gateway.core.CoreParts;
import io.utl.gateway.core.order.ClientIds;
import io.utl.gateway.core.order.OrderFlyweight;
import io.utl.gateway.core.order.OrderState;
import io.utl.gateway.core.reference.Account;
import io.utl.gateway.core.reference.Instrument;
import io.utl.gateway.core.reference.Table;
import io.utl.positions.ledger.PositionView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Answers the {@code =} lines of scenarios from the state of a core:
 * <pre>
 *  = position ACCOUNT SYMBOL net= cost.wac= cost.fifo= realized.wac= realized.fifo= fees= lots=
 *  = balance ACCOUNT LOCATION ASSET free= held= transit= suspense=
 *  = order ACCOUNT id= state= cum= leaves= qty= price= doubt= revision=
 *  = open ACCOUNT SYMBOL buy= sell= orders=
 *  = core live= ended= ids= deadlines=
 * </pre>
 * Amounts are compared as values. Thread: the core's. Allocates freely.
 */
final class ScenarioState
{
    private final Core core;
    private final CoreParts parts;
    private final UnsafeBuffer name = new UnsafeBuffer(new byte[64]);

    ScenarioState(final Core core)
    {
        this.core = core;
        this.parts = core.parts();
    }

    /** Null if all of the line holds, else what does not. */
    String check(final String line)
    {
        final List<String> tokens = ScenarioRunner.tokens(line);
        final Map<String, String> actual = switch (tokens.get(0))
        {
            case "position" -> position(account(tokens.get(1)), instrument(tokens.get(2)));
            case "balance" -> balance(account(tokens.get(1)), number(parts.reference.venues, tokens.get(2), 16),
                number(parts.reference.assets, tokens.get(3), 16));
            case "order" -> order(account(tokens.get(1)), value(tokens, "id"));
            case "open" -> open(account(tokens.get(1)), instrument(tokens.get(2)));
            case "core" -> core();
            default -> throw new IllegalArgumentException("state " + tokens.get(0) +
                " is none of position, balance, order, open, core");
        };
        for (final String token : tokens)
        {
            final int equals = token.indexOf('=');
            if (equals > 0)
            {
                final String key = token.substring(0, equals);
                final String wanted = token.substring(equals + 1);
                if (!actual.containsKey(key))
                {
                    return key + " is none of " + actual.keySet();
                }
                if (!same(wanted, actual.get(key)))
                {
                    return "expected " + token + ", found " + key + "=" + actual.get(key) + " in " + actual;
                }
            }
        }
        return null;
    }

    private Map<String, String> position(final Account account, final Instrument instrument)
    {
        final PositionView view = new PositionView();
        final Map<String, String> actual = new TreeMap<>();
        if (!parts.ledger.position(account.number, 0, instrument.base, instrument.quote, view))
        {
            actual.put("net", "none");
            return actual;
        }
        actual.put("net", view.netQty().toString());
        actual.put("cost.wac", view.cost(CostMethod.WAC).costBasis(new Amount()).toString());
        actual.put("cost.fifo", view.cost(CostMethod.FIFO).costBasis(new Amount()).toString());
        actual.put("realized.wac", view.cost(CostMethod.WAC).realized().toString());
        actual.put("realized.fifo", view.cost(CostMethod.FIFO).realized().toString());
        actual.put("fees", view.fees().toString());
        actual.put("lots", String.valueOf(view.lotCount()));
        return actual;
    }

    private Map<String, String> balance(final Account account, final int location, final int asset)
    {
        final Map<String, String> actual = new TreeMap<>();
        final Map<String, Purpose> purposes = Map.of("free", Purpose.FREE, "held", Purpose.HELD,
            "transit", Purpose.IN_TRANSIT, "suspense", Purpose.SUSPENSE);
        purposes.forEach((key, purpose) -> actual.put(key,
            parts.ledger.balance(account.number, 0, location, asset, purpose, new Amount()).toString()));
        return actual;
    }

    private Map<String, String> order(final Account account, final String id)
    {
        final Map<String, String> actual = new TreeMap<>();
        AsciiText.put(id, name, 0, OrderFlyweight.CLIENT_ID_LENGTH);
        final int place = parts.ids.find(account.number, name, 0);
        final OrderFlyweight order = new OrderFlyweight();
        actual.put("id", id);
        if (place == ClientIds.NONE || !parts.orders.find(parts.ids.orderId(place), order))
        {
            actual.put("state", place == ClientIds.NONE ? "unknown" : "kept_in_short");
            return actual;
        }
        actual.put("order", String.valueOf(order.orderId()));
        actual.put("state", OrderState.shown(order).name().toLowerCase(Locale.ROOT));
        actual.put("qty", order.amount(OrderFlyweight.QTY, new Amount()).toString());
        actual.put("price", order.amount(OrderFlyweight.PRICE, new Amount()).toString());
        actual.put("cum", order.amount(OrderFlyweight.CUM_QTY, new Amount()).toString());
        actual.put("leaves", order.amount(OrderFlyweight.LEAVES_QTY, new Amount()).toString());
        actual.put("hold", order.amount(OrderFlyweight.HOLD, new Amount()).toString());
        actual.put("doubt", order.has(OrderFlyweight.IN_DOUBT) ? "1" : "0");
        actual.put("revision", String.valueOf(order.revision()));
        return actual;
    }

    private Map<String, String> open(final Account account, final Instrument instrument)
    {
        final Map<String, String> actual = new TreeMap<>();
        actual.put("buy", parts.open.get(account.number, instrument.number, Side.BUY, new Amount()).toString());
        actual.put("sell", parts.open.get(account.number, instrument.number, Side.SELL, new Amount()).toString());
        actual.put("orders", String.valueOf(account.openOrders));
        return actual;
    }

    private Map<String, String> core()
    {
        final Map<String, String> actual = new TreeMap<>();
        actual.put("live", String.valueOf(parts.orders.liveCount()));
        actual.put("ended", String.valueOf(parts.orders.endedCount()));
        actual.put("ids", String.valueOf(parts.ids.count()));
        actual.put("deadlines", String.valueOf(parts.deadlines.size()));
        actual.put("events", String.valueOf(core.eventCount()));
        return actual;
    }

    private Account account(final String text)
    {
        return entry(parts.reference.accounts, text, 32);
    }

    private Instrument instrument(final String text)
    {
        return entry(parts.reference.instruments, text, 32);
    }

    private int number(final Table<?> table, final String text, final int length)
    {
        AsciiText.put(text, name, 0, length);
        return table.names().find(name, 0);
    }

    private <T> T entry(final Table<T> table, final String text, final int length)
    {
        AsciiText.put(text, name, 0, length);
        final T entry = table.find(name, 0);
        if (entry == null)
        {
            throw new IllegalArgumentException(text + " was never defined");
        }
        return entry;
    }

    private static String value(final List<String> tokens, final String key)
    {
        return tokens.stream().filter(token -> token.startsWith(key + "=")).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(key + "= is missing")).substring(key.length() + 1);
    }

    private static boolean same(final String wanted, final String found)
    {
        if (wanted.matches("[+-]?[0-9.]+") && found.matches("[+-]?[0-9.]+"))
        {
            return Amount.of(wanted).equals(Amount.of(found));
        }
        return wanted.equals(found);
    }
}
