package io.utl.positions.vectors;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One line of the shared cost-basis vectors. */
final class Scenario
{
    final Map<String, Object> json;
    final String id;
    final String method;
    final String feeMode;
    final String oversell;
    final BigDecimal multiplier;
    final List<Map<String, Object>> events;

    Scenario(final String line)
    {
        json = Json.object(line);
        id = text("id");
        method = text("method");
        feeMode = text("feeMode");
        oversell = text("oversell");
        multiplier = new BigDecimal((String)object(json.get("instrument")).get("multiplier"));
        events = objects(json.get("events"));
    }

    /** Why the ledger of today does not take it; null if it does. */
    String skipped()
    {
        if (!method.equals("WAC") && !method.equals("FIFO"))
        {
            return "method " + method;
        }
        final String kind = (String)object(json.get("instrument")).get("kind");
        if (kind.equals("INVERSE"))
        {
            return "kind INVERSE";
        }
        if (oversell.equals("ZERO_COST"))
        {
            return "oversell ZERO_COST";
        }
        if (text("scope").equals("GLOBAL") && events.stream().anyMatch(e -> e.containsKey("account")))
        {
            return "scope GLOBAL over several accounts";
        }
        for (final Map<String, Object> event : events)
        {
            final Object type = event.get("type");
            if (type.equals("FUNDING") || type.equals("SPLIT") || type.equals("FEE"))
            {
                return "event " + type;
            }
            if (type.equals("TRANSFER_IN") && ((String)event.get("qty")).startsWith("-"))
            {
                return "event TRANSFER_IN of a short";
            }
        }
        return null;
    }

    /** What is stated after event {@code index}. */
    List<Map<String, Object>> expectedAfter(final int index)
    {
        final List<Map<String, Object>> expected = new ArrayList<>();
        if (json.containsKey("checkpoints"))
        {
            for (final Map<String, Object> checkpoint : objects(json.get("checkpoints")))
            {
                if (Integer.parseInt((String)checkpoint.get("after")) == index)
                {
                    expected.add(checkpoint);
                }
            }
        }
        if (index == events.size() - 1)
        {
            expected.add(object(json.get("expect")));
        }
        return expected;
    }

    BigDecimal tolerance(final String field, final Map<String, Object> checkpoint)
    {
        for (final Object place : new Object[]{checkpoint.get("tolerances"), json.get("tolerances")})
        {
            if (place != null && object(place).containsKey(field))
            {
                return new BigDecimal((String)object(place).get(field));
            }
        }
        return new BigDecimal((String)json.get("tolerance"));
    }

    String text(final String key)
    {
        return (String)json.get(key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(final Object value)
    {
        return (Map<String, Object>)value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(final Object value)
    {
        return (List<Map<String, Object>>)value;
    }
}
