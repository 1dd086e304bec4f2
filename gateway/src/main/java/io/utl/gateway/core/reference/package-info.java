/**
 * Names and what they stand for: accounts, books, assets, instruments, venues, sessions.
 * Thread: core. Callers: everything in the core. What stays true: a number once given is never taken back, and numbers
 * follow the order of definition, so a replay gives the same ones.
 */
package io.utl.gateway.core.reference;
