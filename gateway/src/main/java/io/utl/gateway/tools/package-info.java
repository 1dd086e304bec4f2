/**
 * The commands of {@code utl}: what a person types, and the exit codes: 0 ok, 1 error, 2 usage, 3 difference found,
 * 4 corrupt input, 5 dependency missing. The engines lie in the packages below.
 * Called by: the launcher script. Threads: the main one. Stays true: a verb that is listed works; without a terminal
 * there is no colour and no question.
 */
package io.utl.gateway.tools;
