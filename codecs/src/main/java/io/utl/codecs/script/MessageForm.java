package io.utl.codecs.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One message of the schema: its fields and which of them may stand bare in a line. Thread: any; unchangeable. */
final class MessageForm
{
    private final String name;
    private final int id;
    private final String verb;
    private final String description;
    private final int blockLength;
    private final List<FieldForm> block;
    private final List<FieldForm> data;
    private final List<FieldForm> lineOrder;
    private final Map<String, FieldForm> byKey = new LinkedHashMap<>();
    private final FieldForm side;
    private final FieldForm subject;
    private final FieldForm bareQuantity;

    MessageForm(
        final String name,
        final int id,
        final String verb,
        final String description,
        final int blockLength,
        final List<FieldForm> block,
        final List<FieldForm> data)
    {
        this.name = name;
        this.id = id;
        this.verb = verb;
        this.description = description;
        this.blockLength = blockLength;
        this.block = List.copyOf(block);
        this.data = List.copyOf(data);
        for (final FieldForm field : fields())
        {
            byKey.put(field.key(), field);
        }
        for (final FieldForm field : fields())
        {
            byKey.put(field.name(), field);
        }
        final FieldForm sideField = byKey.get("side");
        side = sideField != null && sideField.kind() == FieldKind.ENUM ? sideField : null;
        subject = findSubject();
        bareQuantity = findBareQuantity();
        lineOrder = List.copyOf(order());
    }

    String name()
    {
        return name;
    }

    int id()
    {
        return id;
    }

    String verb()
    {
        return verb;
    }

    String description()
    {
        return description;
    }

    int blockLength()
    {
        return blockLength;
    }

    /** Fields of the block, in schema order. */
    List<FieldForm> block()
    {
        return block;
    }

    /** Data fields, in schema order. */
    List<FieldForm> data()
    {
        return data;
    }

    /** All fields, in schema order. */
    List<FieldForm> fields()
    {
        final List<FieldForm> all = new ArrayList<>(block);
        all.addAll(data);
        return all;
    }

    /** All fields, in the order a line has them. */
    List<FieldForm> lineOrder()
    {
        return lineOrder;
    }

    /** By key or by name; null if there is none. */
    FieldForm field(final String key)
    {
        return byKey.get(key);
    }

    /** The side, or null. */
    FieldForm side()
    {
        return side;
    }

    /** What the message is about, written bare; or null. */
    FieldForm subject()
    {
        return subject;
    }

    /** The quantity that is written bare, or null. */
    FieldForm bareQuantity()
    {
        return bareQuantity;
    }

    /** The price that may follow this quantity behind an @, or null. */
    FieldForm priceOf(final FieldForm quantity)
    {
        for (final Map.Entry<String, String> pair : FieldNames.QUANTITIES)
        {
            if (quantity != null && pair.getKey().equals(quantity.name()))
            {
                return byKey.get(pair.getValue());
            }
        }
        return null;
    }

    boolean isSideWord(final String word)
    {
        return side != null && side.values().containsValue(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a text may stand bare as the subject, so that it is taken for nothing else. */
    boolean isBareSubject(final String text)
    {
        return text.matches("[A-Za-z][A-Za-z0-9_.:/-]*") && !isSideWord(text) && !text.matches("[CVG][0-9]+");
    }

    String fieldList()
    {
        return fields().stream().map(FieldForm::shown).collect(Collectors.joining(", "));
    }

    private FieldForm findSubject()
    {
        final String named = FieldNames.SUBJECTS.get(name);
        final FieldForm field = byKey.get(named != null ? named : byKey.containsKey("symbol") ? "symbol" : "asset");
        return field != null && field.kind() == FieldKind.TEXT ? field : null;
    }

    private FieldForm findBareQuantity()
    {
        for (final Map.Entry<String, String> pair : FieldNames.QUANTITIES)
        {
            final FieldForm field = byKey.get(pair.getKey());
            if (field != null && field.kind() == FieldKind.AMOUNT)
            {
                return field;
            }
        }
        return null;
    }

    private List<FieldForm> order()
    {
        final List<FieldForm> order = new ArrayList<>();
        FieldNames.LEADING.forEach((leading) -> addOnce(order, byKey.get(leading)));
        addOnce(order, subject);
        addOnce(order, side);
        for (final Map.Entry<String, String> pair : FieldNames.QUANTITIES)
        {
            addOnce(order, byKey.get(pair.getKey()));
            addOnce(order, byKey.containsKey(pair.getKey()) ? byKey.get(pair.getValue()) : null);
        }
        fields().forEach((field) -> addOnce(order, field));
        return order;
    }

    private static void addOnce(final List<FieldForm> order, final FieldForm field)
    {
        if (field != null && !order.contains(field))
        {
            order.add(field);
        }
    }
}
