/**
 * Amounts: one type, {@link io.utl.codecs.amount.Amount}, a signed 128-bit integer times 10^-18.
 * Threads: an amount is owned by one thread, reused, never shared. Nothing here allocates, except errors and Strings.
 * Stays true: sums are exact; a product or a quotient is formed in 256 bits and rounded once, in a named way; what does
 * not fit throws and nothing wraps. Callers: everyone.
 */
package io.utl.codecs.amount;
