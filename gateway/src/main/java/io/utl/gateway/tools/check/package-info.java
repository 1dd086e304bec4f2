/**
 * Engines of {@code ./utl check}: each compares a part of the product with something independent of it.
 * Thread: one. Callers: the check commands. They print the seed, the first difference and
 * {@code N passed, N failed, N skipped}, and return the exit code; BigDecimal is the oracle here.
 */
package io.utl.gateway.tools.check;
