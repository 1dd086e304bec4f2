/**
 * {@code utl explain}: the arithmetic behind a number, read from the events of a replay.
 * Thread: one. Callers: the command line, and tests.
 */
package io.utl.gateway.tools.explain;
