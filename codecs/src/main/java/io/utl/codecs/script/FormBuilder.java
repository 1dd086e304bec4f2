package io.utl.codecs.script;

import uk.co.real_logic.sbe.PrimitiveType;
import uk.co.real_logic.sbe.ir.Signal;
import uk.co.real_logic.sbe.ir.Token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import static io.utl.codecs.amount.Amount.NULL_WORD;

/** Builds the form of a message from the tokens of the schema. */
final class FormBuilder
{
    private final List<Token> tokens;
    private final Set<String> names = new HashSet<>();
    private final List<FieldForm> block = new ArrayList<>();
    private final List<FieldForm> data = new ArrayList<>();

    private FormBuilder(final List<Token> tokens)
    {
        this.tokens = tokens;
    }

    static MessageForm build(final List<Token> tokens)
    {
        return new FormBuilder(tokens).message();
    }

    private MessageForm message()
    {
        final Token message = tokens.get(0);
        for (final Token token : tokens)
        {
            if (token.signal() == Signal.BEGIN_FIELD || token.signal() == Signal.BEGIN_VAR_DATA)
            {
                names.add(token.name());
            }
            if (token.signal() == Signal.BEGIN_GROUP)
            {
                throw new ScriptException(
                    "schema: " + message.name() + "." + token.name() + " is a group, which has no text form");
            }
        }
        for (int i = 1; i < tokens.size() - 1; i += tokens.get(i).componentTokenCount())
        {
            final Token field = tokens.get(i);
            if (field.signal() == Signal.BEGIN_VAR_DATA)
            {
                addData(field, tokens.get(i + 2));
            }
            else
            {
                addField(field, i + 1);
            }
        }
        final String verb = message.encoding().semanticType();
        return new MessageForm(
            message.name(),
            message.id(),
            verb == null || verb.isEmpty() ? message.name() : verb,
            text(message.description()),
            message.encodedLength(),
            block,
            data);
    }

    private void addData(final Token field, final Token length)
    {
        final int most = (int)length.encoding().applicableMaxValue().longValue();
        data.add(form(field, field.name(), FieldKind.DATA, data.size(), most, null, "", Map.of(), 0, 0));
    }

    private void addField(final Token field, final int typeIndex)
    {
        final Token type = tokens.get(typeIndex);
        final int offset = field.offset();
        switch (type.signal())
        {
            case BEGIN_COMPOSITE:
                addComposite(field, type, typeIndex);
                break;
            case BEGIN_ENUM:
                final Map<Long, String> values = values(typeIndex);
                final long none = type.encoding().applicableNullValue().longValue();
                final boolean zero = values.containsKey(0L) && !field.isOptionalEncoding();
                block.add(form(field, field.name(), FieldKind.ENUM, offset, type.encodedLength(),
                    type.encoding().primitiveType(), type.name(), values, none, zero ? 0 : none));
                break;
            default:
                addEncoding(field, field.name(), type, offset);
                break;
        }
    }

    private void addComposite(final Token field, final Token composite, final int index)
    {
        if (composite.name().equals("amount"))
        {
            block.add(form(field, field.name(), FieldKind.AMOUNT, field.offset(), composite.encodedLength(), null,
                composite.name(), Map.of(), NULL_WORD, NULL_WORD));
            return;
        }
        for (int i = index + 1; tokens.get(i).signal() != Signal.END_COMPOSITE; i++)
        {
            final Token member = tokens.get(i);
            if (member.signal() != Signal.ENCODING)
            {
                throw new ScriptException("schema: " + tokens.get(0).name() + "." + field.name() + "." + member.name() +
                    " is no plain encoding and has no text form");
            }
            addEncoding(field, field.name() + "." + member.name(), member, field.offset() + member.offset());
        }
    }

    private void addEncoding(final Token field, final String name, final Token type, final int offset)
    {
        final PrimitiveType primitive = type.encoding().primitiveType();
        if (primitive == PrimitiveType.CHAR && type.arrayLength() > 1)
        {
            block.add(form(field, name, FieldKind.TEXT, offset, type.arrayLength(), primitive, type.name(), Map.of(),
                0, 0));
            return;
        }
        if (type.arrayLength() > 1)
        {
            throw new ScriptException(
                "schema: " + tokens.get(0).name() + "." + name + " is an array, which has no text form");
        }
        final long none = type.encoding().applicableNullValue().longValue();
        block.add(form(field, name, type.name().equals("time_ns_t") ? FieldKind.TIME : FieldKind.NUMBER, offset,
            type.encodedLength(), primitive, type.name(), Map.of(), none, field.isOptionalEncoding() ? none : 0));
    }

    private FieldForm form(
        final Token field,
        final String name,
        final FieldKind kind,
        final int offset,
        final int length,
        final PrimitiveType type,
        final String typeName,
        final Map<Long, String> values,
        final long nullRaw,
        final long defaultRaw)
    {
        final String key = FieldNames.KEYS.getOrDefault(name, name);
        return new FieldForm(name, names.contains(key) ? name : key, kind, offset, length, type, typeName,
            field.isOptionalEncoding(), field.version(), nullRaw, defaultRaw, values, description(field));
    }

    /** The field's own words; where it has none, those of its type. */
    private String description(final Token field)
    {
        final Token type = tokens.get(tokens.indexOf(field) + 1);
        final boolean speaks = type.signal() == Signal.ENCODING || type.signal() == Signal.BEGIN_ENUM;
        return field.description() == null && speaks ? text(type.description()) : text(field.description());
    }

    private Map<Long, String> values(final int enumIndex)
    {
        final Map<Long, String> values = new LinkedHashMap<>();
        for (int i = enumIndex + 1; tokens.get(i).signal() == Signal.VALID_VALUE; i++)
        {
            final Token value = tokens.get(i);
            values.put(value.encoding().constValue().longValue(), value.name().toLowerCase(Locale.ROOT));
        }
        return values;
    }

    private static String text(final String description)
    {
        return description == null ? "" : description;
    }
}
