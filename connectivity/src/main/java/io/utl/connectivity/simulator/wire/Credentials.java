package io.utl.connectivity.simulator.wire;

/**
 * What a request brought to prove who sends it. The signature was checked on the event loop already.
 *
 * @param key      name of the key as sent; null if none was.
 * @param signed   true if there was a signature.
 * @param verified true if the key is known and the signature is its own over the request.
 */
record Credentials(String key, boolean signed, boolean verified)
{
    static final Credentials NONE = new Credentials(null, false, false);

    static Credentials of(final KeyRing keys, final String key, final String payload, final String signature)
    {
        final boolean signed = signature != null && !signature.isEmpty();
        return new Credentials(key, signed, signed && keys.verifies(key, payload, signature));
    }
}
