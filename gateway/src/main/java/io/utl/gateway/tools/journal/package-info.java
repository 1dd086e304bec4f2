/**
 * Engines of {@code utl journal describe|tail|dump|verify} and {@code utl replay --verify}: plain classes that read a
 * data directory, print to a stream and return an exit code. The command line wraps them.
 * Threads: the caller's. They take no lock and write nothing: a live gateway does not notice them.
 */
package io.utl.gateway.tools.journal;
