package io.utl.gateway.tools.check;

import io.utl.codecs.amount.Rounding;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AmountCheckTest
{
    private static final long SEED = Long.getLong("utl.test.seed", 20_261_121L);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true);

    @Test
    void amountsAgreeWithBigDecimal()
    {
        System.out.println("AmountCheckTest seed " + SEED);
        final int code = new AmountCheck().run(SEED, 100_000, out);
        assertEquals(0, code, bytes.toString());
        assertTrue(bytes.toString().contains("seed " + SEED), bytes.toString());
        assertTrue(bytes.toString().strip().endsWith(" passed, 0 failed, 0 skipped"), bytes.toString());
    }

    @Test
    void oneWrongRoundingIsFoundAndItsOperandsAreTold()
    {
        final AmountOperation right = AmountOperation.all().stream()
            .filter((operation) -> operation.name().equals("product")).findFirst().orElseThrow();
        final AmountOperation wrong = new AmountOperation("product", 2, true,
            (a, b, c, r, into) -> into.product(a, b, r == Rounding.HALF_EVEN ? Rounding.HALF_UP : r), right.oracle());
        assertEquals(3, new AmountCheck(List.of(wrong), 0).run(SEED, 1_000, out));
        assertTrue(bytes.toString().contains("first difference: product HALF_EVEN"), bytes.toString());
        assertTrue(bytes.toString().matches("(?s).*a=-?\\d+ b=-?\\d+ .*expected -?\\d+ but was -?\\d+.*"));
    }

    @Test
    void aMissingErrorIsADifference()
    {
        final AmountOperation wrong = new AmountOperation("sum", 2, false,
            (a, b, c, r, into) -> into.setRaw(a.high() + b.high(), a.low() + b.low()), (a, b, c, m) -> a.add(b));
        assertEquals(3, new AmountCheck(List.of(wrong), 0).run(SEED, 0, out));
    }
}
