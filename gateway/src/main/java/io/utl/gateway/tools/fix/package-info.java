/**
 * FIX from the command line: {@code utl fix send} and {@code utl fix tour}, on an ordinary QuickFIX/J initiator.
 * <p>
 * Thread: the caller's; QuickFIX/J's own for the connection. Callers: the command line, tests. Stands outside the
 * gateway: knows it by its port only, as a client does.
 */
package io.utl.gateway.tools.fix;
