package io.utl.benchmarks.micro;

import java.util.SplittableRandom;

/** A seeded stream of fills over a set of positions: buys and sells in turn around flat, so that lots open and close. */
final class FillStream
{
    static final int LENGTH = 1 << 16;
    private static final long SEED = 20261121;

    /** Position of each fill. */
    final int[] position = new int[LENGTH];
    /** Quantity in units of 10^-5, negative is a sale. */
    final int[] lots = new int[LENGTH];
    /** Price in units of 10^-2. */
    final int[] ticks = new int[LENGTH];

    FillStream(final int positions)
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final int[] net = new int[positions];
        int price = 6_000_000;
        for (int i = 0; i < LENGTH; i++)
        {
            final int at = random.nextInt(positions);
            final int size = 1 + random.nextInt(50_000);
            final boolean buy = net[at] <= 0 || (net[at] < 200_000 && random.nextBoolean());
            position[i] = at;
            lots[i] = buy ? size : -size;
            net[at] += lots[i];
            price += random.nextInt(-200, 201);
            ticks[i] = price;
        }
    }
}
