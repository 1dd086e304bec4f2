/**
 * Reference data that seeds an empty journal: records read from the configuration, and the commands they become.
 * Called by: {@code config.source}, which reads them, and the gateway's start, which offers the commands.
 * Threads: any; the records are immutable, {@code ReferenceCommands} belongs to one thread.
 * Stays true: a file seeds an empty journal only; afterwards the journal is the truth and changes enter as commands.
 */
package io.utl.config.reference;
