package io.utl.gateway.pipeline;

import io.utl.codecs.frame.CommandFrame;

/** A command as its numbers and bytes, where no better printer is given. Allocates. */
final class FrameText
{
    private FrameText()
    {
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
