package io.utl.connectivity.check;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The folder of cases. Reading errors end the check: {@link UncheckedIOException}. */
final class Pack
{
    private static final JsonMapper JSON = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
        .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();

    private final Path folder;

    Pack(final Path folder)
    {
        this.folder = folder;
    }

    boolean has(final String file)
    {
        return Files.isRegularFile(folder.resolve(file));
    }

    JsonNode json(final String file)
    {
        return parse(bytes(file));
    }

    /** JSON that may carry comments, as examples in documentation do. */
    static JsonNode parse(final byte[] bytes)
    {
        try
        {
            return JSON.readTree(bytes);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(final String file)
    {
        try
        {
            return Files.readAllBytes(folder.resolve(file));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(final String file)
    {
        try
        {
            return Files.readAllLines(folder.resolve(file));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a gzipped text. */
    List<String> unzipped(final String file)
    {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8)))
        {
            return reader.lines().toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** Files below a folder of the pack, in order of their names, relative to the pack. */
    List<String> files(final String below)
    {
        final Path start = folder.resolve(below);
        if (!Files.isDirectory(start))
        {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(start))
        {
            return walk.filter(Files::isRegularFile)
                .map(path -> folder.relativize(path).toString().replace('\\', '/')).sorted().toList();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** The number in a node, a string or a number; null if there is none. */
    static BigDecimal number(final JsonNode node)
    {
        if (node.isMissingNode() || node.isNull() || node.asText().isEmpty())
        {
            return null;
        }
        return node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
    }

    /** A number as we send it: plain, no needless zeros. */
    static String plain(final JsonNode node)
    {
        final BigDecimal number = number(node);
        return number == null ? "" : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
