package io.utl.positions.ledger;

/** Whether the outside name of a booking was seen before. */
public enum Repeat
{
    /** Never seen, or the booking has no outside name. */
    NEW,
    /** Seen with the same content: booked already, nothing is to be done. */
    SAME,
    /** Seen with other content: an error of the sender, or a break if a venue says so. */
    OTHER
}
