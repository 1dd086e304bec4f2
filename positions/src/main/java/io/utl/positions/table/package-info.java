/**
 * Fixed-size records in Agrona buffers, addressed by index and offset, and the tables and slabs that hold them.
 * Thread: the one that owns the ledger. Used by the other packages of positions only.
 * Stays true: a record never moves while the table grows; bytes without a field are zero; nothing holds an address, so
 * a buffer may be copied elsewhere. Room is left in the layouts for further methods, dimensions and purposes.
 */
package io.utl.positions.table;
