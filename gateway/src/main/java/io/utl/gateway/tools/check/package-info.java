/**
 * Engines of {@code utl check}: each proves one promise and ends with {@code N passed, N failed, N skipped}.
 * Thread: one. Callers: the command line, and tests.
 */
package io.utl.gateway.tools.check;
