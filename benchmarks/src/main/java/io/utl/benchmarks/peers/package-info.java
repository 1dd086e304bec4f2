/** The same work done by ordinary Java or by bare libraries, to stand beside ours in the same run. */
package io.utl.benchmarks.peers;
