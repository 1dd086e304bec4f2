package io.utl.gateway.journal;

import io.utl.codecs.frame.CommandFrame;
import io.utl.codecs.frame.StateMachine;
import io.utl.codecs.script.ScriptException;
import io.utl.codecs.script.ScriptWriter;

/** Applies one journaled command in recovery and replay; names the command if the machine gives up. */
final class ReplayStep
{
    private ReplayStep()
    {
    }

    /**
     * @throws MachineHaltException    if the machine threw.
     * @throws CorruptJournalException as it comes: the events it is compared with could not be read.
     */
    static void apply(final StateMachine machine, final CommandFrame frame)
    {
        try
        {
            machine.onCommand(frame);
        }
        catch (final CorruptJournalException | JournalFailure e)
        {
            throw e;
        }
        catch (final RuntimeException e)
        {
            throw new MachineHaltException(frame.sequence(), line(frame), e);
        }
    }

    private static String line(final CommandFrame frame)
    {
        try
        {
            return new ScriptWriter().format(frame);
        }
        catch (final ScriptException e)
        {
            return "template " + frame.templateId() + " (" + e.getMessage() + ")";
        }
    }
}
