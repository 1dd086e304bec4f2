/**
 * Where settings come from: --set over environment over file over the embedded defaults (HOCON).
 * Called by: the command line. Threads: the caller's. The only place that knows the HOCON library.
 * Stays true: every error is reported at once, each with its origin; an unknown key is an error, never ignored.
 */
package io.utl.config.source;
