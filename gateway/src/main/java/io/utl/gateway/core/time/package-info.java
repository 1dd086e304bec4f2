/**
 * Timers in core state. No clock: time is that of the commands, so a replay fires the same timers at the same commands.
 * Thread: core. Callers: the desks set and remove, the core fires.
 */
package io.utl.gateway.core.time;
