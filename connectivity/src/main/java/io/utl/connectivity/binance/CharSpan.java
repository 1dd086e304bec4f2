package io.utl.connectivity.binance;

/** A view over characters somebody else owns; used again for each number. */
final class CharSpan implements CharSequence
{
    private char[] chars = new char[0];
    private int offset;
    private int length;

    CharSpan wrap(final char[] source, final int from, final int count)
    {
        chars = source;
        offset = from;
        length = count;
        return this;
    }

    @Override
    public int length()
    {
        return length;
    }

    @Override
    public char charAt(final int index)
    {
        return chars[offset + index];
    }

    @Override
    public CharSequence subSequence(final int start, final int end)
    {
        return new String(chars, offset + start, end - start);
    }

    @Override
    public String toString()
    {
        return new String(chars, offset, length);
    }
}
