/**
 * Engine of {@code ./utl check venues}: holds an adapter's own parts - drafts, signers, parsers, book policies -
 * against a pack of recorded and published cases. Callers: the check command of the gateway's tools. Thread: one.
 * What stays true: nothing is sent; a case that the adapter does not offer is named and counted as skipped, never
 * passed; a difference is named with what was expected and what was found.
 */
package io.utl.connectivity.check;
