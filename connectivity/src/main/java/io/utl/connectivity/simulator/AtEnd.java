package io.utl.connectivity.simulator;

/**
 * What happens when the recording ends: its last book stays and the feed goes on saying so once a second; it starts
 * again; or its last book stays and the feed falls silent.
 */
public enum AtEnd
{
    HOLD, LOOP, STOP
}
