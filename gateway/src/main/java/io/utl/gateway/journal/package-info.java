/**
 * The journals: commands and events written down as chained records, read back, and turned into state again.
 * Role: a small {@link io.utl.gateway.journal.Journal} over Chronicle Queue that owns record format, epochs, force and
 * high-water mark; {@link io.utl.gateway.journal.JournalReader} for recovery and tools; snapshots; recovery; replay.
 * Threads: a journal belongs to the thread that appends; readers to whoever opened them. Callers: pipeline, tools.
 * Stays true: a file is never appended to after it was opened once; a record at or below the mark is never given up.
 */
package io.utl.gateway.journal;
