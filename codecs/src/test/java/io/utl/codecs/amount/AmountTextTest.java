package io.utl.codecs.amount;

import io.utl.codecs.amount.AmountFormatException.Code;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Plain decimals both ways; what is no plain decimal is refused with its code and leaves the amount as it was. */
class AmountTextTest
{
    private static final long SEED = Long.getLong("utl.test.seed", 20_261_121L);
    private static final String LARGEST = "170141183460469231731.687303715884105727";
    private static final String SMALLEST = "-170141183460469231731.687303715884105728";

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[128]);
    private final Amount amount = new Amount();

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0, 0", "+5, 5", "5., 5", ".5, 0.5", "-.5, -0.5", "00012.50, 12.5", "65010.00, 65010",
        "0.000000000000000001, 0.000000000000000001", "-0.000000000000000001, -0.000000000000000001",
        "1.0000000000000000000000, 1", "000000000000000000000000000000000000000000000007, 7",
        "18446744073709551615, 18446744073709551615", "18446744073709551616.5, 18446744073709551616.5",
        "9223372036854775808, 9223372036854775808", "100000000000000000000.000000000000000001, ",
        LARGEST + ", ", SMALLEST + ", "})
    void readsAndWritesTheShortestForm(final String text, final String shown)
    {
        final String expected = shown == null ? text : shown;
        assertEquals(expected, amount.parse(text).toString());
        buffer.putStringWithoutLengthAscii(3, text);
        assertEquals(expected, amount.setZero().parse(buffer, 3, text.length()).toString());
        final int length = amount.format(buffer, 5);
        assertEquals(expected, buffer.getStringWithoutLengthAscii(5, length));
        assertTrue(length <= Amount.MAX_TEXT_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "+", "-", ".", "-.", "NaN", "Infinity", "1e30", "1E5", "1,000", "1_000", " 1", "1 ", "1 2", "1.2.3", "--1",
        "+-1", "1-", "0x10", "\u0661", "1\u0000", "null", "1f"})
    void refusesWhatIsNoPlainDecimal(final String text)
    {
        assertRefused(Code.MALFORMED, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0.1234567890123456789", "0.0000000000000000001", "-1.0000000000000000001",
        "1.00000000000000000000000000000000000000000000001"})
    void refusesADigitAfterTheEighteenthDecimal(final String text)
    {
        assertRefused(Code.AMOUNT_PRECISION, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "170141183460469231731.687303715884105728", "-170141183460469231731.687303715884105729",
        "170141183460469231732", "1000000000000000000000", "999999999999999999999", "-999999999999999999999.9",
        "1234567890123456789012345678901234567890", "184467440737095516160",
        "340282366920938463463.374607431768211456"})
    void refusesWhatLeavesTheRange(final String text)
    {
        assertRefused(Code.AMOUNT_RANGE, text);
    }

    @Test
    void refusesTheTextThatWouldReadAsNull()
    {
        final String text = new BigDecimal(
            BigInteger.ONE.shiftLeft(63).subtract(BigInteger.ONE.shiftLeft(127)), 18).toPlainString();
        assertRefused(Code.AMOUNT_RANGE, text);
    }

    @Test
    void nullHasNoTextInABuffer()
    {
        assertThrows(ArithmeticException.class, () -> new Amount().setNull().format(buffer, 0));
    }

    @Test
    void theMessageQuotesTheTextAndNamesTheRule()
    {
        final String message = assertThrows(AmountFormatException.class, () -> amount.parse("1e30")).getMessage();
        assertTrue(message.contains("'1e30'") && message.contains("plain decimal"), message);
        final String cut = assertThrows(AmountFormatException.class, () -> amount.parse("x".repeat(500))).getMessage();
        assertTrue(cut.length() < 200, cut);
    }

    @Test
    void agreesWithBigDecimalOnRandomTexts()
    {
        System.out.println("AmountTextTest seed " + SEED);
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200_000; i++)
        {
            final StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
            digits(text, random, 1 + random.nextInt(20));
            if (random.nextBoolean())
            {
                digits(text.append('.'), random, 1 + random.nextInt(18));
            }
            final BigDecimal expected = new BigDecimal(text.toString());
            final String shown = expected.signum() == 0 ? "0" : expected.stripTrailingZeros().toPlainString();
            assertEquals(shown, amount.parse(text).toString());
        }
    }

    @Test
    void sixteenBytesLittleEndianLowWordFirst()
    {
        amount.setRaw(0x0102030405060708L, 0x1112131415161718L).put(buffer, 7);
        assertEquals(0x18, buffer.getByte(7));
        assertEquals(0x11, buffer.getByte(14));
        assertEquals(0x08, buffer.getByte(15));
        assertEquals(0x01, buffer.getByte(22));
        assertEquals(amount, new Amount().get(buffer, 7));
    }

    @Test
    void wholeUnitsOfEveryLongFit()
    {
        for (final long whole : new long[]{0, 1, -1, 7, Long.MAX_VALUE, Long.MIN_VALUE})
        {
            assertEquals(Long.toString(whole), amount.setUnits(whole).toString());
        }
    }

    private static void digits(final StringBuilder text, final SplittableRandom random, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            text.append((char)('0' + random.nextInt(10)));
        }
    }

    private void assertRefused(final Code code, final String text)
    {
        amount.setUnits(7);
        assertEquals(code, assertThrows(AmountFormatException.class, () -> amount.parse(text), text).code(), text);
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.putBytes(0, bytes);
        assertEquals(code, assertThrows(AmountFormatException.class,
            () -> amount.parse(buffer, 0, bytes.length), text).code(), text);
        assertEquals("7", amount.toString());
    }
}
