/**
 * One line of text for every message of the schema, both ways, and JSON one way: for scenarios, {@code utl tell},
 * journal dumps. Driven by the schema itself, so a new message or field needs no code here.
 * <pre>
 *   new C1 id=a1 account=FUND1 BTC-USDT buy 0.25 @ 65010 type=limit tif=gtc
 *   12 2026-11-21T12:00:00.000000001Z &gt; cancel C1 id=a2 orig=a1 account=FUND1
 *   12.0 2026-11-21T12:00:00.000000001Z 3/17 last &lt; report C1 id=a1 order=1 ...
 * </pre>
 * A line is a verb (semanticType of the message), perhaps a session, then fields in any order: {@code key=value}, or
 * bare: the side, the quantity, {@code @ price} behind a quantity, and the subject (symbol, else asset). The session
 * is {@code C<n>} for clients and operators, {@code V<n>} for venues; the letter is for the reader, the number counts;
 * absent or {@code G0} is the gateway. What is null, empty or zero is left out and becomes so again.
 * Threads: a reader or writer belongs to one thread; the dictionary is shared. Cold path: everything here allocates.
 * Stays true: text to bytes to text, and bytes to text to bytes, give back the same.
 */
package io.utl.codecs.script;
