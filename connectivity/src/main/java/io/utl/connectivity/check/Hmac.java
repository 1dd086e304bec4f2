package io.utl.connectivity.check;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The signature rule written a second time, so that the adapter's own is not its judge. */
final class Hmac
{
    private Hmac()
    {
    }

    static String hex(final String secret, final String message)
    {
        try
        {
            final Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            final StringBuilder hex = new StringBuilder();
            for (final byte b : mac.doFinal(message.getBytes(StandardCharsets.UTF_8)))
            {
                hex.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
            }
            return hex.toString();
        }
        catch (final GeneralSecurityException e)
        {
            throw new IllegalStateException("HMAC-SHA256 is missing in this Java", e);
        }
    }
}
