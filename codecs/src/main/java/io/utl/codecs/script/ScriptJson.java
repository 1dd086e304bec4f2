package io.utl.codecs.script;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import org.agrona.DirectBuffer;

/**
 * Prints messages as JSON objects on one line, for other programs. Amounts are decimal strings, times ISO-8601 strings,
 * enums lower case words, whole numbers of 64 bits strings, smaller ones numbers. Fields carry their schema names;
 * absent ones are left out, except that enums, zeros and amounts of 0 are shown.
 * <pre>
 *   {"sequence":12,"timeNs":"2026-11-21T12:00:00.000000001Z","session":1,"message":"cancel",...,"fields":{...}}
 * </pre>
 * Thread: one at a time. Allocates freely.
 */
public final class ScriptJson
{
    private final MessageView view = new MessageView();
    private final FieldText text = new FieldText();

    /**
     * One message.
     *
     * @param offset of the SBE header.
     * @param length of header and message.
     * @throws ScriptException if the bytes are no message of the schema.
     */
    public String format(final DirectBuffer buffer, final int offset, final int length)
    {
        final StringBuilder json = new StringBuilder("{");
        append(json, buffer, offset, length);
        return json.append('}').toString();
    }

    /** One command with sequence, time and session. */
    public String format(final CommandFrame frame)
    {
        final StringBuilder json = new StringBuilder("{");
        json.append("\"sequence\":").append(frame.sequence());
        json.append(",\"timeNs\":\"").append(ScriptText.time(frame.timeNs()));
        json.append("\",\"session\":").append(frame.session()).append(',');
        append(json, frame.buffer(), frame.messageOffset(), frame.length());
        return json.append('}').toString();
    }

    /** One event with the name it has for ever (sequence and index), time, session and account stream. */
    public String format(final EventFrame frame)
    {
        final StringBuilder json = new StringBuilder("{");
        json.append("\"sequence\":").append(frame.sequence());
        json.append(",\"index\":").append(frame.index());
        json.append(",\"timeNs\":\"").append(ScriptText.time(frame.timeNs()));
        json.append("\",\"session\":").append(frame.session());
        json.append(",\"account\":").append(frame.account());
        json.append(",\"accountSeq\":").append(frame.accountSeq());
        json.append(",\"last\":").append((frame.flags() & EventFrame.LAST_OF_COMMAND) != 0).append(',');
        append(json, frame.buffer(), frame.messageOffset(), frame.length());
        return json.append('}').toString();
    }

    private void append(final StringBuilder json, final DirectBuffer buffer, final int offset, final int length)
    {
        view.wrap(buffer, offset, length);
        json.append("\"message\":\"").append(view.form().verb());
        json.append("\",\"template\":").append(view.form().id()).append(",\"fields\":{");
        boolean first = true;
        for (final FieldForm field : view.form().fields())
        {
            final String value = view.isPresent(field) ? value(field) : null;
            if (value != null)
            {
                json.append(first ? "\"" : ",\"").append(field.name()).append("\":").append(value);
                first = false;
            }
        }
        json.append('}');
    }

    /** Null if the field is absent. */
    private String value(final FieldForm field)
    {
        if (field.kind() == FieldKind.DATA)
        {
            final int length = view.dataLength(field);
            return length == 0 ? null : quote(FieldText.bytes(view.buffer(), view.dataOffset(field), length));
        }
        final String value = text.read(field, view.buffer(), view.base());
        if (value.isEmpty() || value.equals("null") && field.kind() != FieldKind.TEXT)
        {
            return null;
        }
        return field.kind() == FieldKind.NUMBER && field.length() < Long.BYTES ? value : quote(value);
    }

    private static String quote(final String value)
    {
        final StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++)
        {
            final char c = value.charAt(i);
            if (c == '"' || c == '\\')
            {
                json.append('\\').append(c);
            }
            else if (c >= ' ' && c <= '~')
            {
                json.append(c);
            }
            else
            {
                json.append(String.format("\\u%04x", (int)c));
            }
        }
        return json.append('"').toString();
    }
}
