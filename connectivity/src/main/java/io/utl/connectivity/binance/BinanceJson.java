package io.utl.connectivity.binance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountFormatException;

import java.io.IOException;

/** Reading JSON of the venue: bounded, numbers from their text, trailing rubbish refused. Thread: any. */
final class BinanceJson
{
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
        .maxNestingDepth(32).maxNumberLength(64).maxStringLength(4_096).maxNameLength(256).build();
    private static final JsonFactory STREAM = JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    private static final JsonMapper TREE = JsonMapper.builder(
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();

    private BinanceJson()
    {
    }

    static JsonParser parser(final byte[] bytes, final int offset, final int length) throws IOException
    {
        return STREAM.createParser(bytes, offset, length);
    }

    /** A whole message as a tree. @throws CorruptMessageException if it is no JSON. */
    public static JsonNode tree(final byte[] bytes, final int offset, final int length)
    {
        try
        {
            return TREE.readTree(bytes, offset, length);
        }
        catch (final IOException e)
        {
            throw new CorruptMessageException("no JSON: " + e.getMessage(), e);
        }
    }

    /** The amount of the present value, a string or a number. */
    static Amount amount(final JsonParser parser, final CharSpan span, final Amount into) throws IOException
    {
        final JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL || token.isBoolean())
        {
            throw new CorruptMessageException("amount expected, found " + token);
        }
        try
        {
            return into.parse(span.wrap(
                parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength()));
        }
        catch (final AmountFormatException e)
        {
            throw new CorruptMessageException("amount '" + span + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** An amount out of a tree; absent or null is zero. */
    public static Amount amount(final JsonNode node, final String field, final Amount into)
    {
        final JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull())
        {
            return into.setZero();
        }
        final String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        try
        {
            return into.parse(text);
        }
        catch (final AmountFormatException e)
        {
            throw new CorruptMessageException(field + "='" + text + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
