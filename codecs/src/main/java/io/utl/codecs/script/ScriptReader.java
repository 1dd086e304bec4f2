package io.utl.codecs.script;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import org.agrona.MutableDirectBuffer;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads lines of text as messages; the form is in the package description, the words are the schema's.
 * <p>
 * Thread: one at a time. Allocates freely: for tools and tests.
 * Errors: {@link ScriptException} names token, field and rule and lists what there is.
 */
public final class ScriptReader
{
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final ScriptDictionary dictionary = ScriptDictionary.get();
    private final FieldText text = new FieldText();
    private MessageForm form;
    private int session;

    /**
     * Writes the message of a line: SBE header, block and data.
     *
     * @param line such as {@code cancel C1 id=a2 orig=a1}; a token that begins with # begins a comment.
     * @param into large enough, or expandable.
     * @return bytes of header and message.
     */
    public int parse(final CharSequence line, final MutableDirectBuffer into, final int offset)
    {
        final List<LineTokens.Token> tokens = LineTokens.of(line);
        return message(tokens, into, offset);
    }

    /** Session of the line read last; 0, the gateway, where it had none. */
    public int session()
    {
        return session;
    }

    /** Template id of the line read last. */
    public int templateId()
    {
        return form.id();
    }

    /**
     * Writes the command frame of {@code sequence time > line}; its latency reading becomes 0.
     *
     * @return bytes of the whole frame.
     */
    public int parseCommand(final CharSequence line, final MutableDirectBuffer into, final int offset)
    {
        final List<LineTokens.Token> tokens = LineTokens.of(line);
        final int arrow = arrow(tokens, ">", "sequence time > line");
        requireCount(tokens, arrow, 2, 2, "sequence time > line");
        into.setMemory(offset, CommandFrame.HEADER_LENGTH, (byte)0);
        final CommandFrame frame = new CommandFrame().wrap(into, offset);
        frame.sequence(number(tokens.get(0), tokens.get(0).value())).timeNs(time(tokens.get(1)));
        frame.length(message(tokens.subList(arrow + 1, tokens.size()), into, frame.messageOffset()));
        frame.session(session);
        return frame.frameLength();
    }

    /**
     * Writes the event frame of {@code sequence.index time [account/accountSeq] [last] < line}.
     *
     * @return bytes of the whole frame.
     */
    public int parseEvent(final CharSequence line, final MutableDirectBuffer into, final int offset)
    {
        final String rule = "sequence.index time [account/accountSeq] [last] < line";
        final List<LineTokens.Token> tokens = LineTokens.of(line);
        final int arrow = arrow(tokens, "<", rule);
        requireCount(tokens, arrow, 2, 4, rule);
        into.setMemory(offset, EventFrame.HEADER_LENGTH, (byte)0);
        final EventFrame frame = new EventFrame().wrap(into, offset);
        final String[] name = pair(tokens.get(0), "\\.", rule);
        frame.sequence(number(tokens.get(0), name[0])).index((int)number(tokens.get(0), name[1]));
        frame.timeNs(time(tokens.get(1)));
        for (final LineTokens.Token token : tokens.subList(2, arrow))
        {
            if ("flags".equals(token.key()))
            {
                frame.flags((int)number(token, token.value()));
            }
            else if (token.value().equals("last"))
            {
                frame.flags(EventFrame.LAST_OF_COMMAND);
            }
            else
            {
                final String[] account = pair(token, "/", rule);
                frame.account(number(token, account[0])).accountSeq(number(token, account[1]));
            }
        }
        frame.length(message(tokens.subList(arrow + 1, tokens.size()), into, frame.messageOffset()));
        frame.session(session);
        return frame.frameLength();
    }

    private int message(final List<LineTokens.Token> tokens, final MutableDirectBuffer into, final int offset)
    {
        if (tokens.isEmpty())
        {
            throw new ScriptException("line is empty; it must begin with a verb, such as: new C1 id=a1 ...");
        }
        final LineTokens.Token verb = tokens.get(0);
        if (verb.key() != null)
        {
            throw verb.error("a line must begin with its verb, such as: new C1 id=a1 ...");
        }
        form = dictionary.byVerb(verb.value());
        final boolean named = tokens.size() > 1 && tokens.get(1).key() == null &&
            SessionName.isSession(tokens.get(1).source());
        session = named ? SessionName.parse(tokens.get(1)) : 0;

        into.putShort(offset, (short)form.blockLength(), ORDER);
        into.putShort(offset + 2, (short)form.id(), ORDER);
        into.putShort(offset + 4, (short)dictionary.schemaId(), ORDER);
        into.putShort(offset + 6, (short)dictionary.version(), ORDER);
        final int base = offset + MessageView.HEADER_LENGTH;
        into.setMemory(base, form.blockLength(), (byte)0);
        form.block().forEach((field) -> field.clear(into, base));

        final byte[][] data = new byte[form.data().size()][0];
        final Set<FieldForm> seen = new HashSet<>();
        FieldForm before = null;
        final List<LineTokens.Token> fields = new ArrayList<>(tokens.subList(named ? 2 : 1, tokens.size()));
        for (int i = 0; i < fields.size(); i++)
        {
            LineTokens.Token token = fields.get(i);
            final boolean at = token.key() == null && token.source().equals("@");
            final FieldForm field = at ? priceBehind(token, before) : fieldOf(token, seen);
            if (at)
            {
                if (++i == fields.size())
                {
                    throw token.error("a price must follow, such as: @ 65010.5");
                }
                token = fields.get(i);
            }
            if (!seen.add(field))
            {
                throw token.error(field.name() + " is given twice; give it once");
            }
            write(field, token, into, base, data);
            before = field;
        }
        return MessageView.HEADER_LENGTH + form.blockLength() + putData(data, into, base + form.blockLength());
    }

    private void write(
        final FieldForm field,
        final LineTokens.Token token,
        final MutableDirectBuffer into,
        final int base,
        final byte[][] data)
    {
        if (field.kind() != FieldKind.DATA)
        {
            text.write(field, token, into, base);
            return;
        }
        try
        {
            data[field.offset()] = FieldText.bytes(token.value(), field.length());
        }
        catch (final IllegalArgumentException e)
        {
            throw token.error(field.name() + ": " + e.getMessage(), e);
        }
    }

    private static int putData(final byte[][] data, final MutableDirectBuffer into, final int offset)
    {
        int position = offset;
        for (final byte[] bytes : data)
        {
            into.putShort(position, (short)bytes.length, ORDER);
            into.putBytes(position + Short.BYTES, bytes);
            position += Short.BYTES + bytes.length;
        }
        return position - offset;
    }

    private FieldForm priceBehind(final LineTokens.Token token, final FieldForm before)
    {
        final FieldForm paired = form.priceOf(before);
        final FieldForm price = paired != null ? paired : form.priceOf(form.bareQuantity());
        if (price == null)
        {
            throw token.error(form.verb() + " has no price for an @; fields are: " + form.fieldList());
        }
        return price;
    }

    private FieldForm fieldOf(final LineTokens.Token token, final Set<FieldForm> seen)
    {
        if (token.key() != null)
        {
            final FieldForm field = form.field(token.key());
            if (field == null)
            {
                throw token.error(
                    form.verb() + " has no field '" + token.key() + "'; fields are: " + form.fieldList());
            }
            return field;
        }
        final boolean number = token.value().matches("[-+.]?[0-9].*");
        final FieldForm word = form.isSideWord(token.value()) ? form.side() : form.subject();
        final FieldForm bare = number ? form.bareQuantity() : word;
        if (bare == null || seen.contains(bare))
        {
            throw token.error(form.verb() + " takes no bare " + (number ? "number" : "word") +
                " here; write key=value. Fields are: " + form.fieldList());
        }
        return bare;
    }

    private static int arrow(final List<LineTokens.Token> tokens, final String arrow, final String rule)
    {
        for (int i = 0; i < tokens.size(); i++)
        {
            if (tokens.get(i).source().equals(arrow))
            {
                return i;
            }
        }
        throw new ScriptException("the line has no " + arrow + "; its form is: " + rule);
    }

    private static void requireCount(
        final List<LineTokens.Token> tokens, final int count, final int least, final int most, final String rule)
    {
        if (count < least || count > most)
        {
            throw tokens.get(0).error("before the arrow stand " + least + " to " + most + " words: " + rule);
        }
    }

    private static String[] pair(final LineTokens.Token token, final String separator, final String rule)
    {
        final String[] pair = token.value().split(separator);
        if (pair.length != 2)
        {
            throw token.error("the line's form is: " + rule);
        }
        return pair;
    }

    private static long number(final LineTokens.Token token, final String text)
    {
        try
        {
            return Long.parseLong(text);
        }
        catch (final NumberFormatException e)
        {
            throw token.error("'" + text + "' must be a whole number of 64 bits", e);
        }
    }

    private static long time(final LineTokens.Token token)
    {
        try
        {
            return ScriptText.time(token.value());
        }
        catch (final IllegalArgumentException e)
        {
            throw token.error(e.getMessage(), e);
        }
    }
}
