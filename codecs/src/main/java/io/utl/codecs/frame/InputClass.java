package io.utl.codecs.frame;

/** The four classes of input, and what a ring that fills does to each (docs/ARCHITECTURE.md, section 6). */
public enum InputClass
{
    /** A fill, a venue report, a deposit: uses every slot; above that the offerer keeps it and reads no further. */
    FACT,
    /** A cancel, a mass cancel, a kill: as a fact; never rate limited. */
    STOP,
    /** A new order, a replace, a query: refused as BUSY above 75 % fill. */
    REQUEST,
    /** A mark, a tick: dropped above 50 % fill. */
    SAMPLE
}
