package io.utl.connectivity.simulator.wire;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An API key that the venue accepts, with what verifies its signatures: an HMAC-SHA256 secret or an Ed25519 public key.
 * Thread: any. Source: "SIGNED request security", July 2026: HMAC as hex in either case, Ed25519 as base64.
 */
public final class ApiKey
{
    private final String name;
    private final byte[] secret;
    private final PublicKey publicKey;

    private ApiKey(final String name, final byte[] secret, final PublicKey publicKey)
    {
        this.name = name;
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** A key whose requests are signed with {@code secret}'s UTF-8 bytes. */
    public static ApiKey hmac(final String name, final String secret)
    {
        return new ApiKey(name, secret.getBytes(StandardCharsets.UTF_8), null);
    }

    public static ApiKey ed25519(final String name, final PublicKey publicKey)
    {
        return new ApiKey(name, null, publicKey);
    }

    /** As {@link #ed25519(String, PublicKey)}, of an X.509 public key as PEM or base64; IllegalArgumentException. */
    public static ApiKey ed25519(final String name, final String publicKey)
    {
        final String base64 = publicKey.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try
        {
            final X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return new ApiKey(name, null, KeyFactory.getInstance("Ed25519").generatePublic(spec));
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalArgumentException("public key of " + name + " is no Ed25519 key in X.509 form: " +
                e.getMessage(), e);
        }
    }

    public String name()
    {
        return name;
    }

    /** True for Ed25519, the only kind that may log a session on. */
    public boolean asymmetric()
    {
        return publicKey != null;
    }

    boolean verifies(final String payload, final String signature)
    {
        final byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        try
        {
            return asymmetric() ? verifiesEd25519(bytes, signature) : verifiesHmac(bytes, signature);
        }
        catch (final GeneralSecurityException | IllegalArgumentException e)
        {
            // A signature that is not even well formed is a wrong signature.
            return false;
        }
    }

    private boolean verifiesHmac(final byte[] payload, final String signature) throws GeneralSecurityException
    {
        final Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        final byte[] given = HexFormat.of().parseHex(signature.toLowerCase(Locale.ROOT));
        return MessageDigest.isEqual(mac.doFinal(payload), given);
    }

    private boolean verifiesEd25519(final byte[] payload, final String signature) throws GeneralSecurityException
    {
        final Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey);
        verifier.update(payload);
        return verifier.verify(Base64.getDecoder().decode(signature));
    }
}
