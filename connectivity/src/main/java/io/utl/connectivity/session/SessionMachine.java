package io.utl.connectivity.session;

import io.utl.connectivity.venue.SessionState;

/**
 * Walks a venue session through its states and refuses steps that cannot be.
 * Thread: the adapter's IO thread moves it; {@link #state} may be read from anywhere.
 */
public final class SessionMachine
{
    private final Listener listener;
    private volatile SessionState state = SessionState.DOWN;

    /** Is told of each step, after it. */
    @FunctionalInterface
    public interface Listener
    {
        void onState(SessionState before, SessionState now, String why);
    }

    public SessionMachine(final Listener listener)
    {
        this.listener = listener;
    }

    public SessionState state()
    {
        return state;
    }

    public boolean is(final SessionState other)
    {
        return state == other;
    }

    /**
     * Takes one step.
     *
     * @param why one sentence.
     * @throws IllegalStateException if the step is not in the drawing of {@link SessionState}: our bug.
     */
    public void to(final SessionState next, final String why)
    {
        final SessionState before = state;
        if (!next.mayFollow(before))
        {
            throw new IllegalStateException("session cannot go from " + before + " to " + next + " (" + why + ")");
        }
        state = next;
        listener.onState(before, next, why);
    }

    /** Goes DOWN from wherever it is; nothing happens if it is there already. */
    public void down(final String why)
    {
        if (state != SessionState.DOWN)
        {
            to(SessionState.DOWN, why);
        }
    }
}
