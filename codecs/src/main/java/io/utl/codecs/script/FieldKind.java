package io.utl.codecs.script;

/** How a field is written. */
enum FieldKind
{
    /** 16 bytes; a plain decimal. */
    AMOUNT("decimal"),
    /** Fixed, zero padded ASCII. */
    TEXT("text"),
    /** Text with a length before it, behind the block. */
    DATA("text"),
    /** A name in lower case; a number where the schema has no name for it. */
    ENUM("word"),
    /** A whole number. */
    NUMBER("whole number"),
    /** Nanoseconds since the epoch; ISO-8601 in UTC or the plain number. */
    TIME("time");

    private final String shown;

    FieldKind(final String shown)
    {
        this.shown = shown;
    }

    String shown()
    {
        return shown;
    }
}
