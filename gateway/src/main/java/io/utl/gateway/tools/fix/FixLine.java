package io.utl.gateway.tools.fix;

import io.utl.gateway.fix.FixTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import quickfix.Message;

/**
 * One message typed by a person: {@code D 55=BTC-USDT 54=1 38=0.25 40=2 44=65010.00 59=3}. What is needed and was not
 * typed is filled in: 11 with a new id, 60 with the time, and for F, G and H the order meant with what was sent before.
 * <p>
 * Thread: one caller. Allocates freely.
 */
final class FixLine
{
    private static final int CLIENT_ORDER_ID = 11;
    private static final int ORIGINAL = 41;
    private static final int TIME = 60;

    private final String prefix;
    private final Map<Integer, String> lastOrder = new HashMap<>();
    private int count;

    /** @param startMs makes ids of this run differ from those of all others. */
    public FixLine(final long startMs)
    {
        this.prefix = "c-" + Long.toString(startMs, 36) + "-";
    }

    /**
     * @throws IllegalArgumentException if the line has no message type, or a word that is no {@code tag=value}.
     */
    public Message parse(final String line, final long nowMs)
    {
        final String[] words = line.trim().split("\\s+");
        if (words[0].isEmpty() || words[0].contains("="))
        {
            throw new IllegalArgumentException("'" + line + "': begins with no message type; write for example " +
                "'D 55=BTC-USDT 54=1 38=0.01 40=2 44=65010.00 59=1'");
        }
        final Map<Integer, String> fields = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++)
        {
            final int at = words[i].indexOf('=');
            if (at < 1 || !words[i].substring(0, at).chars().allMatch(c -> c >= '0' && c <= '9') || at > 6)
            {
                throw new IllegalArgumentException(
                    "'" + words[i] + "' in '" + line + "': must be tag=value, as 44=65010");
            }
            fields.put(Integer.parseInt(words[i].substring(0, at)), words[i].substring(at + 1));
        }
        fill(words[0], fields, nowMs);

        final Message message = new Message();
        message.getHeader().setString(35, words[0]);
        fields.forEach(message::setString);
        return message;
    }

    private void fill(final String type, final Map<Integer, String> fields, final long nowMs)
    {
        switch (type)
        {
            case "D" -> newId(fields);
            case "G" ->
            {
                fromLast(fields, 40, 44, 38, 59, 54, 55);
                original(fields);
            }
            case "F" ->
            {
                fromLast(fields, 54, 55);
                original(fields);
            }
            case "H" -> fromLast(fields, CLIENT_ORDER_ID, 54, 55);
            case "q" -> newId(fields);
            default ->
            {
                // Any other message goes out as typed: the gateway says what it thinks of it.
            }
        }
        if ("DFGq".contains(type))
        {
            fields.putIfAbsent(TIME, FixTime.format(nowMs * 1_000_000L));
        }
        if ("D".equals(type) || "G".equals(type))
        {
            lastOrder.clear();
            lastOrder.putAll(fields);
        }
    }

    private void original(final Map<Integer, String> fields)
    {
        final String last = lastOrder.get(CLIENT_ORDER_ID);
        if (last != null)
        {
            fields.putIfAbsent(ORIGINAL, last);
        }
        newId(fields);
    }

    private void newId(final Map<Integer, String> fields)
    {
        if (!fields.containsKey(CLIENT_ORDER_ID))
        {
            fields.put(CLIENT_ORDER_ID, prefix + ++count);
        }
    }

    private void fromLast(final Map<Integer, String> fields, final int... tags)
    {
        for (final int tag : tags)
        {
            final String value = lastOrder.get(tag);
            if (value != null)
            {
                fields.putIfAbsent(tag, value);
            }
        }
    }
}
