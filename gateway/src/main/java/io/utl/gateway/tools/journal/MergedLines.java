package io.utl.gateway.tools.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.EventFrame;
import io.utl.codecs.script.ScriptJson;
import io.utl.codecs.script.ScriptWriter;
import io.utl.gateway.journal.JournalDirectory;
import io.utl.gateway.journal.JournalDirectory.Stream;
import io.utl.gateway.journal.JournalReader;
import io.utl.gateway.journal.RecordKind;

/**
 * Both journals as one stream of lines: each command, then the events it caused. Events that are not forced yet on a
 * live directory come as soon as they are.
 */
final class MergedLines implements AutoCloseable
{
    private final JournalReader commands;
    private final JournalReader events;
    private final boolean json;
    private final String account;
    private final CommandFrame command = new CommandFrame();
    private final EventFrame event = new EventFrame();
    private final ScriptWriter writer = new ScriptWriter();
    private final ScriptJson jsonWriter = new ScriptJson();
    private long commandSequence;
    private boolean haveEvent;

    /**
     * @param account only what names this account; empty for all.
     */
    MergedLines(final JournalDirectory directory, final boolean json, final String account)
    {
        commands = JournalReader.open(directory, Stream.COMMANDS);
        events = JournalReader.open(directory, Stream.EVENTS);
        this.json = json;
        this.account = account;
    }

    /** Next line, or null at the end of what may be read now. Its sequence is then {@link #sequence()}. */
    String next()
    {
        while (true)
        {
            if (!haveEvent)
            {
                haveEvent = nextEvent();
            }
            if (haveEvent && events.position().sequence() <= commandSequence)
            {
                haveEvent = false;
                final String line = eventLine();
                if (line != null)
                {
                    return line;
                }
                continue;
            }
            if (!nextCommand())
            {
                return null;
            }
            final String line = commandLine();
            if (line != null)
            {
                return line;
            }
        }
    }

    private boolean nextEvent()
    {
        while (events.next())
        {
            if (events.kind() == RecordKind.EVENT)
            {
                return true;
            }
        }
        return false;
    }

    private boolean nextCommand()
    {
        while (commands.next())
        {
            if (commands.kind() != RecordKind.HEAD)
            {
                commandSequence = commands.position().sequence();
                return true;
            }
        }
        return false;
    }

    private String commandLine()
    {
        commands.wrap(command);
        final boolean hidden = !account.isEmpty() && !names(jsonWriter.format(command));
        return hidden ? null : json ? jsonWriter.format(command) : writer.format(command);
    }

    private String eventLine()
    {
        events.wrap(event);
        final boolean hidden = !account.isEmpty() && !names(jsonWriter.format(event));
        return hidden ? null : json ? jsonWriter.format(event) : writer.format(event);
    }

    /** The field may be account, fromAccount or toAccount. */
    private boolean names(final String object)
    {
        return object.contains("ccount\":\"" + account + "\"");
    }

    /** Sequence of the last command reached. */
    long sequence()
    {
        return commandSequence;
    }

    boolean live()
    {
        return commands.live();
    }

    void refresh()
    {
        commands.refresh();
        events.refresh();
    }

    @Override
    public void close()
    {
        commands.close();
        events.close();
    }
}
