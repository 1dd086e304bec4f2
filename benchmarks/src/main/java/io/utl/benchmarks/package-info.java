/**
 * Speed, measured beside a peer in the same run and told as a ratio. Sees every module, is seen by none.
 * {@link io.utl.benchmarks.BenchMain} runs the pairs of {@link io.utl.benchmarks.Pairs} in interleaved rounds and writes
 * one result file for each run; micro holds the JMH classes, peers the plain Java that they stand beside.
 */
package io.utl.benchmarks;
