/**
 * JMH classes: ours and, by the name ...Peer, the plain Java that does the same work on the same inputs. Inputs vary,
 * results are used. Callers: {@code ./utl bench}, which pairs and interleaves them.
 */
package io.utl.benchmarks.micro;
