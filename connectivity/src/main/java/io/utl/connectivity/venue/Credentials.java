package io.utl.connectivity.venue;

/**
 * An API key and what proves it. Never printed, never in a command.
 *
 * @param apiKey the public name of the key.
 * @param kind   how requests are signed with it.
 * @param secret HMAC: the secret as text; Ed25519: the private key, PKCS#8 as PEM or its base64 body.
 */
public record Credentials(String apiKey, Kind kind, String secret)
{
    /** Family of signature. */
    public enum Kind
    {
        HMAC_SHA256, ED25519
    }

    @Override
    public String toString()
    {
        return "Credentials[" + kind + "]";
    }
}
