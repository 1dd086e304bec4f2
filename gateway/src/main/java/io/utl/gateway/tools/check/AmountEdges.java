package io.utl.gateway.tools.check;

import io.utl.codecs.amount.Amount;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Operands at which arithmetic of words and scales goes wrong first, in units of 10^-18. */
final class AmountEdges
{
    private static final int[] BITS = {31, 32, 59, 60, 62, 63, 64, 65, 95, 96, 123, 126, 127};

    static final BigInteger[] POWERS_OF_TEN = powers();
    static final BigInteger[] VALUES = values();

    private AmountEdges()
    {
    }

    static BigInteger value(final Amount amount)
    {
        return new BigInteger(ByteBuffer.allocate(Amount.LENGTH).putLong(amount.high()).putLong(amount.low()).array());
    }

    private static BigInteger[] powers()
    {
        final BigInteger[] powers = new BigInteger[39];
        for (int i = 0; i < powers.length; i++)
        {
            powers[i] = BigInteger.TEN.pow(i);
        }
        return powers;
    }

    private static BigInteger[] values()
    {
        final Set<BigInteger> values = new LinkedHashSet<>();
        addAround(values, BigInteger.ZERO);
        for (final int power : new int[]{9, 10, 18, 27, 36})
        {
            addAround(values, POWERS_OF_TEN[power]);
        }
        addAround(values, POWERS_OF_TEN[18].shiftRight(1));
        addAround(values, POWERS_OF_TEN[18].shiftLeft(64));
        for (final int bit : BITS)
        {
            addAround(values, BigInteger.ONE.shiftLeft(bit));
        }
        return values.toArray(new BigInteger[0]);
    }

    private static void addAround(final Set<BigInteger> values, final BigInteger center)
    {
        for (int delta = -1; delta <= 1; delta++)
        {
            final BigInteger value = center.add(BigInteger.valueOf(delta));
            for (final BigInteger signed : new BigInteger[]{value, value.negate()})
            {
                if (signed.bitLength() <= 127)
                {
                    values.add(signed);
                }
            }
        }
    }
}
