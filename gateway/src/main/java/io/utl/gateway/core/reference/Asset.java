package io.utl.gateway.core.reference;

/** One asset. Thread: core. */
public final class Asset
{
    /** 1 and up, in the order of definition. */
    public final int number;
    /** Decimals that are shown; amounts themselves always have 18. */
    public int decimals;

    public Asset(final int number)
    {
        this.number = number;
    }
}
