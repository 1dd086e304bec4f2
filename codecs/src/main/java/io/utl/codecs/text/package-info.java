/**
 * Fixed text fields of ASCII in buffers: length, comparison, copies, whole numbers.
 * Threads: any; no state. Nothing here allocates, except errors and Strings. Callers: everyone who reads or writes a
 * char field of the schema. Stays true: a field is padded with zeros to its length, and empty means absent.
 */
package io.utl.codecs.text;
