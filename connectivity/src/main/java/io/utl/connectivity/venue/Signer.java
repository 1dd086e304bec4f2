package io.utl.connectivity.venue;

/**
 * Makes a venue believe that a request is ours. A pure function of what it is given.
 * Thread: any; no state that changes. Errors: {@link IllegalArgumentException} naming what is wrong with the key.
 */
@FunctionalInterface
public interface Signer
{
    /**
     * @param draft   what is asked; not changed.
     * @param timeMs  time at the venue, milliseconds since the epoch.
     * @return a new draft with everything that proves it, the signature last.
     */
    RequestDraft sign(RequestDraft draft, Credentials credentials, long timeMs);
}
