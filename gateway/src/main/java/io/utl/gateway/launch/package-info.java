/**
 * The order of starting and of stopping: takes settings, wires every part, tells when it is ready, takes it down again.
 * Called by: the command line ({@code gateway.tools}). Threads: the caller's, and the shutdown hook's.
 * Stays true: nothing is open to clients before the journal is recovered and the demo is funded; a stop drains, writes
 * a snapshot and says so in the journal; every refusal to start is one sentence that says what to do next.
 */
package io.utl.gateway.launch;
