package io.utl.codecs.text;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AsciiTextTest
{
    private final UnsafeBuffer a = new UnsafeBuffer(new byte[64]);
    private final UnsafeBuffer b = new UnsafeBuffer(new byte[64]);

    @Test
    void aTextEndsAtTheFirstZeroOrAtTheEndOfItsField()
    {
        AsciiText.put("BTC", a, 1, 8);
        assertEquals(3, AsciiText.length(a, 1, 8));
        AsciiText.put("BTC-USDT", a, 1, 8);
        assertEquals(8, AsciiText.length(a, 1, 8));
        assertEquals("BTC-USDT", AsciiText.toString(a, 1, 8));
        AsciiText.clear(a, 1, 8);
        assertTrue(AsciiText.isEmpty(a, 1));
    }

    @Test
    void putAndCopyPadWithZerosAndTouchNothingElse()
    {
        a.setMemory(0, 64, (byte)'x');
        AsciiText.put("AB", a, 4, 6);
        assertEquals("xxxxAB", a.getStringWithoutLengthAscii(0, 6));
        for (int i = 6; i < 10; i++)
        {
            assertEquals(0, a.getByte(i));
        }
        assertEquals('x', a.getByte(10));
        b.setMemory(0, 64, (byte)'y');
        AsciiText.copy(a, 4, 6, b, 0, 10);
        assertEquals("AB", AsciiText.toString(b, 0, 10));
        assertEquals(0, b.getByte(9));
        assertEquals('y', b.getByte(10));
    }

    @Test
    void comparesFieldsOfDifferentLengthAsTexts()
    {
        assertEquals(0, compare("AB", 4, "AB", 9));
        assertEquals(0, compare("ABCD", 4, "ABCD", 4));
        assertEquals(-1, compare("AB", 2, "ABC", 9));
        assertEquals(1, compare("ABC", 3, "AB", 2));
        assertEquals(-1, compare("AB", 4, "B", 4));
        assertEquals(0, compare("", 4, "", 2));
        AsciiText.put("AB", a, 0, 4);
        assertTrue(AsciiText.equals(a, 0, 4, "AB"));
        assertFalse(AsciiText.equals(a, 0, 4, "A"));
        assertFalse(AsciiText.equals(a, 0, 4, "ABC"));
        assertFalse(AsciiText.equals(a, 0, 4, "ABCDE"));
    }

    @Test
    void refusesWhatDoesNotFitOrCannotBePrinted()
    {
        assertThrows(IllegalArgumentException.class, () -> AsciiText.put("ABCDE", a, 0, 4));
        assertThrows(IllegalArgumentException.class, () -> AsciiText.put("A\u00e9", a, 0, 4));
        AsciiText.put("ABCDE", b, 0, 8);
        assertThrows(IllegalArgumentException.class, () -> AsciiText.copy(b, 0, 8, a, 0, 4));
        a.putStringWithoutLengthAscii(0, "a b~");
        assertTrue(AsciiText.isPrintable(a, 0, 4));
        a.putByte(2, (byte)0x1F);
        assertFalse(AsciiText.isPrintable(a, 0, 4));
    }

    @Test
    void readsWholeNumbersOfSixtyFourBitsAndNothingElse()
    {
        final SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++)
        {
            final long value = random.nextLong() >> random.nextInt(64);
            final int length = a.putStringWithoutLengthAscii(2, Long.toString(value));
            assertEquals(value, AsciiText.parseLong(a, 2, length));
        }
        for (final long value : new long[]{Long.MAX_VALUE, Long.MIN_VALUE, 0, -1})
        {
            final int length = a.putStringWithoutLengthAscii(0, Long.toString(value));
            assertEquals(value, AsciiText.parseLong(a, 0, length));
        }
        for (final String bad : new String[]{
            "", "-", "+1", "1a", " 1", "9223372036854775808", "-9223372036854775809", "99999999999999999999"})
        {
            final int length = a.putStringWithoutLengthAscii(0, bad);
            assertFalse(AsciiText.isLong(a, 0, length), bad);
            assertThrows(NumberFormatException.class, () -> AsciiText.parseLong(a, 0, length), bad);
        }
        final int length = a.putStringWithoutLengthAscii(0, "2147483648");
        assertThrows(NumberFormatException.class, () -> AsciiText.parseInt(a, 0, length));
        assertEquals(214748364, AsciiText.parseInt(a, 0, length - 1));
    }

    private int compare(final String x, final int xField, final String y, final int yField)
    {
        AsciiText.put(x, a, 3, xField);
        AsciiText.put(y, b, 5, yField);
        return AsciiText.compare(a, 3, xField, b, 5, yField);
    }
}
