/**
 * The validated settings of a gateway, as records: who holds one may rely on every value being inside its range.
 * Called by: {@code config.source}, which fills them, and the gateway's start, which hands each part its own.
 * Threads: any; immutable. Stays true: a constructor refuses what the documentation of the key refuses.
 */
package io.utl.config.settings;
