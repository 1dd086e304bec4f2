/**
 * The core's state as canonical SBE records, written and taken back. Thread: core. Callers: the core. What stays true:
 * loading what was written and writing again gives the same bytes.
 */
package io.utl.gateway.core.snapshot;
