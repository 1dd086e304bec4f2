package io.utl.gateway.core.event;

/**
 * How far the command being applied has come. An error while deciding is told and forgotten; an error while changing
 * stops the process.
 * <p>
 * Thread: core. Allocates: nothing.
 */
public final class Phase
{
    private boolean changing;

    /** State is read only from here. */
    public void deciding()
    {
        changing = false;
    }

    /** State changes from here; what was decided can not fail any more. */
    public void changing()
    {
        changing = true;
    }

    public boolean isChanging()
    {
        return changing;
    }
}
