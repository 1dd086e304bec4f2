package io.utl.benchmarks;

/**
 * One comparison: a JMH method of ours and one of a peer that does the same work.
 *
 * @param name what is compared, as the result table says it.
 * @param ours regular expression of exactly one JMH method.
 * @param peer regular expression of exactly one JMH method.
 * @param goal smallest acceptable ratio of the peer's time to ours.
 */
record Pair(String name, String ours, String peer, String goal)
{
}
