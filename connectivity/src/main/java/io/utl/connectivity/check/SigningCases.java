package io.utl.connectivity.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.utl.connectivity.binance.BinanceSigner;
import io.utl.connectivity.binance.SigningKey;
import io.utl.connectivity.venue.Credentials;
import io.utl.connectivity.venue.RequestDraft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Signature vectors: exact equality for HMAC and Ed25519, and the string to sign where the request is given. */
final class SigningCases
{
    private final Pack pack;
    private final CheckReport report;

    SigningCases(final Pack pack, final CheckReport report)
    {
        this.pack = pack;
        this.report = report;
    }

    void documented()
    {
        vectors("signing/documented-vectors.json", "");
    }

    void derived()
    {
        vectors("signing/derived-vectors.json",
            pack.json("ccxt-oracle/credentials.json").path("secret").asText());
    }

    private void vectors(final String file, final String secret)
    {
        final JsonNode root = pack.json(file);
        for (final JsonNode vector : root.isArray() ? root : root.path("vectors"))
        {
            if (vector.path("venue").asText().equals("binance"))
            {
                final String name = vector.path("name").asText(vector.path("id").asText());
                final String key = text(vector, "key", "privateKey", "pem", "private_key");
                vector(name, vector, key.isEmpty() ? secret : key);
            }
        }
    }

    private void vector(final String name, final JsonNode vector, final String key)
    {
        final String algorithm = vector.path("algorithm").asText().toUpperCase(Locale.ROOT);
        final Credentials.Kind kind;
        if (algorithm.contains("HMAC"))
        {
            kind = Credentials.Kind.HMAC_SHA256;
        }
        else if (algorithm.contains("ED25519"))
        {
            kind = Credentials.Kind.ED25519;
        }
        else
        {
            report.skip(name, "algorithm " + vector.path("algorithm").asText() + " is not offered");
            return;
        }
        final List<String> differences = new ArrayList<>();
        try
        {
            RequestCases.same("signature", vector.path("signature").asText(),
                new SigningKey(new Credentials("", kind, key)).sign(vector.path("message").asText()), differences);
        }
        catch (final IllegalArgumentException e)
        {
            differences.add(e.getMessage());
        }
        final JsonNode params = vector.path("request").path("params");
        if (params.isObject())
        {
            final RequestDraft draft = new RequestDraft(vector.path("request").path("method").asText(), "");
            params.properties().forEach(field ->
            {
                if (!field.getKey().equals("signature"))
                {
                    draft.param(field.getKey(), field.getValue().asText());
                }
            });
            RequestCases.same("string to sign", vector.path("message").asText(),
                BinanceSigner.SOCKET.payload(draft), differences);
        }
        report.judge(name, differences);
    }

    private static String text(final JsonNode node, final String... names)
    {
        for (final String name : names)
        {
            if (node.path(name).isTextual())
            {
                return node.path(name).asText();
            }
        }
        return "";
    }
}
