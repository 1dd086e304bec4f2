package io.utl.codecs.script;

import org.agrona.DirectBuffer;

import java.nio.ByteOrder;

/** Points at one message in a buffer and finds its fields, also in the form of an older or newer schema version. */
final class MessageView
{
    static final int HEADER_LENGTH = 8;
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final ScriptDictionary dictionary = ScriptDictionary.get();
    private DirectBuffer buffer;
    private int base;
    private int version;
    private int[] dataOffsets = new int[0];
    private int[] dataLengths = new int[0];
    private MessageForm form;

    /** @throws ScriptException if the bytes are no message of the schema or end too early. */
    void wrap(final DirectBuffer buffer, final int offset, final int length)
    {
        if (length < HEADER_LENGTH)
        {
            throw new ScriptException("message of " + length + " bytes is cut: its header alone has " + HEADER_LENGTH);
        }
        final int blockLength = buffer.getShort(offset, ORDER) & 0xFFFF;
        final int templateId = buffer.getShort(offset + 2, ORDER) & 0xFFFF;
        final int schemaId = buffer.getShort(offset + 4, ORDER) & 0xFFFF;
        if (schemaId != dictionary.schemaId())
        {
            throw new ScriptException("schema id " + schemaId + " is unknown; ours is " + dictionary.schemaId());
        }
        this.buffer = buffer;
        form = dictionary.byId(templateId);
        version = buffer.getShort(offset + 6, ORDER) & 0xFFFF;
        base = offset + HEADER_LENGTH;
        final int end = offset + length;
        int position = requireWithin(base + blockLength, end);
        dataOffsets = new int[form.data().size()];
        dataLengths = new int[form.data().size()];
        for (final FieldForm field : form.data())
        {
            if (field.since() <= version)
            {
                dataOffsets[field.offset()] = requireWithin(position + Short.BYTES, end);
                dataLengths[field.offset()] = buffer.getShort(position, ORDER) & 0xFFFF;
                position = requireWithin(position + Short.BYTES + dataLengths[field.offset()], end);
            }
        }
    }

    MessageForm form()
    {
        return form;
    }

    DirectBuffer buffer()
    {
        return buffer;
    }

    /** Where the block begins. */
    int base()
    {
        return base;
    }

    /** Whether the message was written by a version that knew the field. */
    boolean isPresent(final FieldForm field)
    {
        return field.since() <= version;
    }

    int dataOffset(final FieldForm field)
    {
        return dataOffsets[field.offset()];
    }

    int dataLength(final FieldForm field)
    {
        return dataLengths[field.offset()];
    }

    private int requireWithin(final int position, final int end)
    {
        if (position > end)
        {
            throw new ScriptException(
                form.name() + " is cut: it needs " + (position - end) + " bytes more than the frame has");
        }
        return position;
    }
}
