package io.utl.gateway.rest;

import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.script.ScriptReader;
import io.utl.codecs.script.ScriptWriter;
import org.agrona.MutableDirectBuffer;

/**
 * The one-line form of the schema at the operators' door.
 * <p>
 * Thread: the door's own. Allocates freely: a cold path.
 */
public final class ScriptLanguage implements TellLanguage
{
    private final ScriptReader reader = new ScriptReader();
    private final ScriptWriter writer = new ScriptWriter();

    @Override
    public int command(final String line, final MutableDirectBuffer buffer)
    {
        return reader.parse(line, buffer, 0);
    }

    @Override
    public String event(final EventFrame frame)
    {
        return writer.format(frame);
    }
}
