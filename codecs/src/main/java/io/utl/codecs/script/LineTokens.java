package io.utl.codecs.script;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a line, cut at blanks outside quotes. A token that begins with # ends the line: the rest is a comment.
 * An @ may stick to its price. Thread: any; unchangeable.
 */
final class LineTokens
{
    /**
     * One token.
     *
     * @param key    before the first = outside quotes; null for a bare token.
     * @param value  behind it, or all of it; quotes and escapes are undone.
     * @param source as written.
     * @param column of its first character, from 1.
     */
    record Token(String key, String value, String source, int column)
    {
        ScriptException error(final String rule)
        {
            return new ScriptException("'" + source + "' at column " + column + ": " + rule);
        }

        ScriptException error(final String rule, final Throwable cause)
        {
            return new ScriptException("'" + source + "' at column " + column + ": " + rule, cause);
        }
    }

    private final CharSequence line;
    private int position;

    private LineTokens(final CharSequence line)
    {
        this.line = line;
    }

    static List<Token> of(final CharSequence line)
    {
        final LineTokens tokens = new LineTokens(line);
        final List<Token> list = new ArrayList<>();
        Token token = tokens.next();
        while (token != null)
        {
            list.add(token);
            token = tokens.next();
        }
        return list;
    }

    private Token next()
    {
        while (position < line.length() && line.charAt(position) <= ' ')
        {
            position++;
        }
        if (position == line.length() || line.charAt(position) == '#')
        {
            return null;
        }
        final int start = position;
        if (line.charAt(position) == '@')
        {
            position++;
            return new Token(null, "@", "@", start + 1);
        }
        String key = null;
        final StringBuilder text = new StringBuilder();
        boolean quoted = false;
        while (position < line.length() && (quoted || line.charAt(position) > ' '))
        {
            final char c = line.charAt(position++);
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == '\\' && quoted)
            {
                text.append(escaped(start));
            }
            else if (c == '=' && !quoted && key == null)
            {
                key = text.toString();
                text.setLength(0);
            }
            else
            {
                text.append(c);
            }
        }
        final Token token = new Token(key, text.toString(), line.subSequence(start, position).toString(), start + 1);
        if (quoted)
        {
            throw token.error("the quote is not closed; end it with \"");
        }
        return token;
    }

    private char escaped(final int start)
    {
        final char c = position < line.length() ? line.charAt(position++) : 0;
        if (c == '"' || c == '\\')
        {
            return c;
        }
        if (c == 'x' && position + 2 <= line.length())
        {
            final String digits = line.subSequence(position, position + 2).toString();
            if (digits.matches("[0-9A-Fa-f]{2}"))
            {
                position += 2;
                return (char)Integer.parseInt(digits, 16);
            }
        }
        throw new Token(null, "", line.subSequence(start, position).toString(), start + 1)
            .error("an escape must be \\\", \\\\ or \\x and two hex digits");
    }
}
