package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;

/** What a journal record holds; the code is a byte of its prefix and is never reused. */
public enum RecordKind
{
    /** First record of an epoch: who wrote it and what it follows. */
    HEAD(1, CommandFrame.HEADER_LENGTH),
    /** A command. */
    COMMAND(2, CommandFrame.HEADER_LENGTH),
    /** A Checkpoint command, written by the journal stage itself. */
    CHECKPOINT(3, CommandFrame.HEADER_LENGTH),
    /** An event; only in the event journal. */
    EVENT(4, EventFrame.HEADER_LENGTH);

    private static final RecordKind[] BY_CODE = {null, HEAD, COMMAND, CHECKPOINT, EVENT};

    private final int code;
    private final int frameHeaderLength;

    RecordKind(final int code, final int frameHeaderLength)
    {
        this.code = code;
        this.frameHeaderLength = frameHeaderLength;
    }

    /** The byte in the prefix. */
    public int code()
    {
        return code;
    }

    /** Bytes of the frame before its message. */
    public int frameHeaderLength()
    {
        return frameHeaderLength;
    }

    /** Kind with that code, or null. */
    static RecordKind of(final int code)
    {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
