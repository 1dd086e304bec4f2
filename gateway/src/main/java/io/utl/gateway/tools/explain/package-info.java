/**
 * {@code utl explain}: where a number comes from. The journal is applied again through a core, and what it tells about
 * one position is kept and printed with its arithmetic. Reads only; takes no lock; one thread.
 */
package io.utl.gateway.tools.explain;
