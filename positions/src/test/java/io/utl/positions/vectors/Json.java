package io.utl.positions.vectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON value into maps, lists, texts and numbers as texts: enough for the shared vectors. */
final class Json
{
    private final String text;
    private int at;

    private Json(final String text)
    {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(final String text)
    {
        return (Map<String, Object>)new Json(text).value();
    }

    private Object value()
    {
        skip();
        final char c = text.charAt(at);
        if (c == '{')
        {
            return map();
        }
        if (c == '[')
        {
            return list();
        }
        return c == '"' ? string() : word();
    }

    private Map<String, Object> map()
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        at++;
        while (peek() != '}')
        {
            final String key = string();
            expect(':');
            map.put(key, value());
            if (peek() == ',')
            {
                at++;
                skip();
            }
        }
        at++;
        return map;
    }

    private List<Object> list()
    {
        final List<Object> list = new ArrayList<>();
        at++;
        while (peek() != ']')
        {
            list.add(value());
            if (peek() == ',')
            {
                at++;
            }
        }
        at++;
        return list;
    }

    private String string()
    {
        expect('"');
        final StringBuilder out = new StringBuilder();
        while (text.charAt(at) != '"')
        {
            char c = text.charAt(at++);
            if (c == '\\')
            {
                c = text.charAt(at++);
                if (c == 'u')
                {
                    c = (char)Integer.parseInt(text.substring(at, at + 4), 16);
                    at += 4;
                }
                else if (c == 'n' || c == 't')
                {
                    c = ' ';
                }
            }
            out.append(c);
        }
        at++;
        return out.toString();
    }

    private String word()
    {
        final int start = at;
        while (at < text.length() && ",]} ".indexOf(text.charAt(at)) < 0)
        {
            at++;
        }
        return text.substring(start, at);
    }

    private char peek()
    {
        skip();
        return text.charAt(at);
    }

    private void expect(final char c)
    {
        if (peek() != c)
        {
            throw new IllegalArgumentException("expected " + c + " at " + at + " in " + text);
        }
        at++;
    }

    private void skip()
    {
        while (at < text.length() && Character.isWhitespace(text.charAt(at)))
        {
            at++;
        }
    }
}
