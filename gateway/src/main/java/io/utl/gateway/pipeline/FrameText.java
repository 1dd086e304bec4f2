package io.utl.gateway.pipeline;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.script.ScriptWriter;

/** A command as one line of text for whoever reads why the process stopped. Allocates. */
final class FrameText
{
    private FrameText()
    {
    }

    /** The one-line text form where the bytes allow it, else numbers and bytes. */
    static String line(final CommandFrame frame)
    {
        try
        {
            return new ScriptWriter().format(frame);
        }
        catch (final RuntimeException e)
        {
            // Whatever the bytes are, the halt that is being told must not be hidden by its own printing.
            return of(frame) + " (no line: " + e.getMessage() + ")";
        }
    }

    static String of(final CommandFrame frame)
    {
        final StringBuilder text = new StringBuilder();
        text.append("seq=").append(frame.sequence()).append(" time=").append(frame.timeNs()).append(" session=")
            .append(frame.session()).append(" template=").append(frame.templateId()).append(" bytes=");
        for (int i = 0; i < frame.length(); i++)
        {
            final int value = frame.buffer().getByte(frame.messageOffset() + i) & 0xFF;
            text.append(Character.forDigit(value >>> 4, 16)).append(Character.forDigit(value & 0xF, 16));
        }
        return text.toString();
    }
}
