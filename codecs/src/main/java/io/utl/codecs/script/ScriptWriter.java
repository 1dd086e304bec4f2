package io.utl.codecs.script;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import org.agrona.DirectBuffer;

/**
 * Writes messages as lines of text; {@link ScriptReader} gives back the same bytes.
 * <p>
 * Thread: one at a time. Allocates freely: for tools, tests and logs of the cold path.
 */
public final class ScriptWriter
{
    private final MessageView view = new MessageView();
    private final FieldText text = new FieldText();

    /**
     * The line of one message, without a session.
     *
     * @param offset of the SBE header.
     * @param length of header and message.
     * @throws ScriptException if the bytes are no message of the schema.
     */
    public String format(final DirectBuffer buffer, final int offset, final int length)
    {
        return format(0, buffer, offset, length);
    }

    /** The line of one message with its session; session 0, the gateway, is left out. */
    public String format(final int session, final DirectBuffer buffer, final int offset, final int length)
    {
        final StringBuilder line = new StringBuilder();
        append(line, session, buffer, offset, length);
        return line.toString();
    }

    /** {@code sequence time > line}. The latency reading of the frame is no part of it. */
    public String format(final CommandFrame frame)
    {
        final StringBuilder line = new StringBuilder();
        line.append(frame.sequence()).append(' ').append(ScriptText.time(frame.timeNs())).append(" > ");
        append(line, frame.session(), frame.buffer(), frame.messageOffset(), frame.length());
        return line.toString();
    }

    /**
     * {@code sequence.index time [account/accountSeq] [last] < line}: the account part is there if either number is
     * not 0, {@code last} if it is the last event of its command.
     */
    public String format(final EventFrame frame)
    {
        final StringBuilder line = new StringBuilder();
        line.append(frame.sequence()).append('.').append(frame.index());
        line.append(' ').append(ScriptText.time(frame.timeNs()));
        if ((frame.account() | frame.accountSeq()) != 0)
        {
            line.append(' ').append(frame.account()).append('/').append(frame.accountSeq());
        }
        if (frame.flags() == EventFrame.LAST_OF_COMMAND)
        {
            line.append(" last");
        }
        else if (frame.flags() != 0)
        {
            line.append(" flags=").append(frame.flags());
        }
        line.append(" < ");
        append(line, frame.session(), frame.buffer(), frame.messageOffset(), frame.length());
        return line.toString();
    }

    private void append(
        final StringBuilder line, final int session, final DirectBuffer buffer, final int offset, final int length)
    {
        view.wrap(buffer, offset, length);
        final MessageForm form = view.form();
        line.append(form.verb());
        if (session != 0)
        {
            line.append(' ').append(SessionName.format(session, form.id()));
        }
        FieldForm written = null;
        for (final FieldForm field : form.lineOrder())
        {
            if (view.isPresent(field) && !isSilent(field))
            {
                final boolean behindQuantity = written != null && field.equals(form.priceOf(written));
                line.append(' ').append(shown(form, field, behindQuantity));
                written = field;
            }
        }
    }

    private boolean isSilent(final FieldForm field)
    {
        return field.kind() == FieldKind.DATA ?
            view.dataLength(field) == 0 : text.isSilent(field, view.buffer(), view.base());
    }

    private String shown(final MessageForm form, final FieldForm field, final boolean behindQuantity)
    {
        final String value = field.kind() == FieldKind.DATA ?
            FieldText.bytes(view.buffer(), view.dataOffset(field), view.dataLength(field)) :
            text.read(field, view.buffer(), view.base());
        if (field.equals(form.side()) && form.isSideWord(value) ||
            field.equals(form.bareQuantity()) ||
            field.equals(form.subject()) && form.isBareSubject(value))
        {
            return value;
        }
        return behindQuantity ? "@ " + value : field.key() + "=" + ScriptText.quote(value);
    }
}
