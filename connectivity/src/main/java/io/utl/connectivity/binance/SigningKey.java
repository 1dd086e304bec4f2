package io.utl.connectivity.binance;

import io.utl.connectivity.venue.Credentials;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs a payload as Binance asks: HMAC-SHA256 in hex, or Ed25519 in base64, both over its UTF-8 bytes.
 * Thread: the adapter's IO thread.
 * Source: REST API, "SIGNED endpoint security"; the FIX logon uses the same over its own payload.
 */
public final class SigningKey
{
    private static final String SOH = "\u0001";

    private final SecretKeySpec hmac;
    private final PrivateKey ed25519;

    /** @throws IllegalArgumentException if the key cannot be read; its text is not repeated. */
    public SigningKey(final Credentials credentials)
    {
        if (credentials.kind() == Credentials.Kind.HMAC_SHA256)
        {
            hmac = new SecretKeySpec(credentials.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
            ed25519 = null;
        }
        else
        {
            hmac = null;
            ed25519 = privateKey(credentials.secret());
        }
    }

    /** The signature of a payload, as text. */
    public String sign(final String payload)
    {
        final byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        try
        {
            if (hmac != null)
            {
                final Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(hmac);
                return HexFormat.of().formatHex(mac.doFinal(bytes));
            }
            final Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(ed25519);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalStateException("cannot sign: " + e.getMessage(), e);
        }
    }

    /** What a FIX Logon (A) is signed over; the signature goes into RawData (96). Source: FIX API, "Logon". */
    public static String fixLogonPayload(
        final String senderCompId, final String targetCompId, final String msgSeqNum, final String sendingTime)
    {
        return String.join(SOH, "A", senderCompId, targetCompId, msgSeqNum, sendingTime);
    }

    private static PrivateKey privateKey(final String pem)
    {
        final String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try
        {
            return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        }
        catch (final GeneralSecurityException | IllegalArgumentException e)
        {
            throw new IllegalArgumentException(
                "credentials.secret is no Ed25519 private key in PKCS#8 (PEM or base64): make one with " +
                "openssl genpkey -algorithm ed25519", e);
        }
    }
}
