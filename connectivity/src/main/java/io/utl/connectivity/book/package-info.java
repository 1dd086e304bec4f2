/**
 * Order books of venues: sorted levels ({@link io.utl.connectivity.book.OrderBook}), the newest best levels laid over
 * them ({@link io.utl.connectivity.book.OverlaidBook}), and the policy that decides whether a book may be believed
 * ({@link io.utl.connectivity.book.SnapshotPlusDiff}). Thread: the one that reads the venue's stream.
 * What stays true: a book that is not LIVE is empty; nobody ever sees a patched one.
 */
package io.utl.connectivity.book;
