package io.utl.codecs.script;

import io.utl.codecs.amount.Amount;
import org.agrona.MutableDirectBuffer;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes messages with random field values: absent, usual and extreme ones. */
final class RandomMessages
{
    private static final String USUAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private final SplittableRandom random;

    RandomMessages(final long seed)
    {
        random = new SplittableRandom(seed);
    }

    int write(final MessageForm form, final MutableDirectBuffer buffer, final int offset)
    {
        final ScriptDictionary dictionary = ScriptDictionary.get();
        buffer.putShort(offset, (short)form.blockLength(), ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(offset + 2, (short)form.id(), ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(offset + 4, (short)dictionary.schemaId(), ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(offset + 6, (short)dictionary.version(), ByteOrder.LITTLE_ENDIAN);
        final int base = offset + MessageView.HEADER_LENGTH;
        buffer.setMemory(base, form.blockLength(), (byte)0);
        for (final FieldForm field : form.block())
        {
            value(field, buffer, base);
        }
        int position = base + form.blockLength();
        for (final FieldForm field : form.data())
        {
            final byte[] bytes = text(field.length());
            buffer.putShort(position, (short)bytes.length, ByteOrder.LITTLE_ENDIAN);
            buffer.putBytes(position + 2, bytes);
            position += 2 + bytes.length;
        }
        return position - offset;
    }

    private void value(final FieldForm field, final MutableDirectBuffer buffer, final int base)
    {
        switch (field.kind())
        {
            case AMOUNT:
                amount().put(buffer, base + field.offset());
                break;
            case TEXT:
                buffer.putBytes(base + field.offset(), text(field.length()));
                break;
            case ENUM:
                final List<Long> known = new ArrayList<>(field.values().keySet());
                field.raw(buffer, base, random.nextInt(8) == 0 ?
                    random.nextInt(256) : known.get(random.nextInt(known.size())));
                break;
            default:
                field.raw(buffer, base, number(field));
                break;
        }
    }

    private Amount amount()
    {
        final Amount amount = new Amount();
        switch (random.nextInt(5))
        {
            case 0:
                return amount.setNull();
            case 1:
                return amount;
            case 2:
                return amount.setRaw(random.nextLong(), random.nextLong());
            case 3:
                return amount.setUnits(random.nextInt(100_000));
            default:
                return amount.setRaw(0, random.nextLong() >>> 1);
        }
    }

    private long number(final FieldForm field)
    {
        switch (random.nextInt(5))
        {
            case 0:
                return 0;
            case 1:
                return field.nullRaw();
            case 2:
                return 1;
            case 3:
                return random.nextLong();
            default:
                return random.nextInt(Integer.MAX_VALUE);
        }
    }

    private byte[] text(final int most)
    {
        final int shape = random.nextInt(5);
        final byte[] bytes = new byte[shape == 0 ? 0 : shape == 1 ? most : random.nextInt(most + 1)];
        for (int i = 0; i < bytes.length; i++)
        {
            bytes[i] = (byte)(shape == 2 ? random.nextInt(256) : USUAL.charAt(random.nextInt(USUAL.length())));
        }
        final String[] tricky = {"buy", "C1", "@", "5", "null", "#x", "a=b", "\"", "\\", " ", "V0", ">", "last"};
        final byte[] trick = tricky[random.nextInt(tricky.length)].getBytes();
        return shape == 3 && trick.length <= most ? trick : bytes;
    }
}
