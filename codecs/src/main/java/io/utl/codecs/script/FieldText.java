package io.utl.codecs.script;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountFormatException;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import uk.co.real_logic.sbe.PrimitiveType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The value of one field from and to text. Thread: one at a time. */
final class FieldText
{
    private static final String NULL = "null";

    private final Amount amount = new Amount();

    /** Whether a line leaves the field out: it is null, empty or zero and becomes so again. */
    boolean isSilent(final FieldForm field, final DirectBuffer buffer, final int base)
    {
        switch (field.kind())
        {
            case AMOUNT:
                return amount.get(buffer, base + field.offset()).isNull();
            case TEXT:
                return field.textLength(buffer, base) == 0;
            case ENUM:
                final long raw = field.raw(buffer, base);
                final String word = field.values().get(raw);
                return raw == field.defaultRaw() && (word == null || word.equals("none") || word.equals("unknown"));
            default:
                return field.raw(buffer, base) == field.defaultRaw();
        }
    }

    /** Not for DATA. Not quoted. */
    String read(final FieldForm field, final DirectBuffer buffer, final int base)
    {
        switch (field.kind())
        {
            case AMOUNT:
                return amount.get(buffer, base + field.offset()).toString();
            case TEXT:
                return bytes(buffer, base + field.offset(), field.textLength(buffer, base));
            case ENUM:
                final long raw = field.raw(buffer, base);
                return field.values().getOrDefault(raw, raw == field.nullRaw() ? NULL : Long.toString(raw));
            case TIME:
                return field.raw(buffer, base) == field.nullRaw() && field.optional() ?
                    NULL : ScriptText.time(field.raw(buffer, base));
            default:
                return number(field, field.raw(buffer, base));
        }
    }

    /** Not for DATA. */
    void write(
        final FieldForm field, final LineTokens.Token token, final MutableDirectBuffer buffer, final int base)
    {
        final String text = token.value();
        try
        {
            switch (field.kind())
            {
                case AMOUNT:
                    (text.equals(NULL) ? amount.setNull() : amount.parse(text)).put(buffer, base + field.offset());
                    break;
                case TEXT:
                    field.clear(buffer, base);
                    buffer.putBytes(base + field.offset(), bytes(text, field.length()));
                    break;
                case ENUM:
                    field.raw(buffer, base, word(field, text));
                    break;
                case TIME:
                    field.raw(buffer, base, text.equals(NULL) ? field.nullRaw() : ScriptText.time(text));
                    break;
                default:
                    field.raw(buffer, base, number(field, text));
                    break;
            }
        }
        catch (final AmountFormatException e)
        {
            throw token.error(field.name() + " must be a plain decimal of at most 18 decimals: " + e.getMessage(), e);
        }
        catch (final NumberFormatException e)
        {
            throw token.error(field.name() + " must be a whole number of type " + field.type().primitiveName(), e);
        }
        catch (final IllegalArgumentException e)
        {
            throw token.error(field.name() + ": " + e.getMessage(), e);
        }
    }

    static String bytes(final DirectBuffer buffer, final int offset, final int length)
    {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(final String text, final int most)
    {
        if (text.length() > most)
        {
            throw new IllegalArgumentException("text has " + text.length() + " bytes; at most " + most + " fit");
        }
        for (int i = 0; i < text.length(); i++)
        {
            if (text.charAt(i) > 0xFF)
            {
                throw new IllegalArgumentException(
                    "text must be ASCII, but has '" + text.charAt(i) + "'; write \\xHH in quotes");
            }
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String number(final FieldForm field, final long raw)
    {
        if (field.optional() && raw == field.nullRaw())
        {
            return NULL;
        }
        return field.type() == PrimitiveType.UINT64 ? Long.toUnsignedString(raw) : Long.toString(raw);
    }

    private static long number(final FieldForm field, final String text)
    {
        if (field.optional() && text.equals(NULL))
        {
            return field.nullRaw();
        }
        final long value = field.type() == PrimitiveType.UINT64 ? Long.parseUnsignedLong(text) : Long.parseLong(text);
        if (!field.fits(value))
        {
            throw new NumberFormatException(text + " is out of range");
        }
        return value;
    }

    private static long word(final FieldForm field, final String text)
    {
        final String word = text.toLowerCase(Locale.ROOT);
        for (final Map.Entry<Long, String> value : field.values().entrySet())
        {
            if (value.getValue().equals(word))
            {
                return value.getKey();
            }
        }
        if (word.equals(NULL))
        {
            return field.nullRaw();
        }
        if (word.matches("[0-9]{1,9}") && field.fits(Long.parseLong(word)))
        {
            return Long.parseLong(word);
        }
        throw new IllegalArgumentException("must be one of: " + String.join(", ", field.values().values()));
    }
}
