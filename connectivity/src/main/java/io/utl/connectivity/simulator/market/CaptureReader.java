package io.utl.connectivity.simulator.market;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Reads the lines of one recorded file that carry something the venue sent.
 * <pre>
 *   hftbacktest   1723161253937085768 {"stream":…}               local nanoseconds, frame
 *   cryptofeed    1633998512.0633569: {"stream":…}               local seconds, frame
 *                 https://…/depth?symbol=X -> 1633998512.3: {…}  an answer over REST
 *                 wss://… &lt;-&gt; t   and   wss://… &lt;- t: …          connected, sent by the recorder: skipped
 * </pre>
 * Thread: one. Errors: {@link MarketFileException} naming file, line and what is wrong with it.
 */
final class CaptureReader implements AutoCloseable
{
    private static final int BUFFER = 1 << 16;
    private static final long NANOS = 1_000_000_000L;

    private final Path file;
    private final BufferedReader reader;
    private long line;
    private long timeNs;
    private String url;
    private String payload;
    private boolean cryptofeed;

    CaptureReader(final Path file)
    {
        this.file = file;
        try
        {
            reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8), BUFFER);
        }
        catch (final IOException e)
        {
            throw new MarketFileException("market file " + file + " cannot be read: " + reason(e), e);
        }
    }

    private static InputStream open(final Path file) throws IOException
    {
        final InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try
        {
            raw.mark(2);
            final boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return zipped ? new GZIPInputStream(raw, BUFFER) : raw;
        }
        catch (final IOException e)
        {
            raw.close();
            throw e;
        }
    }

    /** Goes to the next line with a payload; false at the end of the file. */
    boolean next()
    {
        try
        {
            String text = reader.readLine();
            while (text != null)
            {
                line++;
                if (split(text))
                {
                    return true;
                }
                text = reader.readLine();
            }
            return false;
        }
        catch (final IOException e)
        {
            throw new MarketFileException(
                "market file " + file + " cannot be read behind line " + line + ": " + reason(e), e);
        }
    }

    private boolean split(final String text)
    {
        if (text.isBlank() || text.startsWith("configuration:"))
        {
            return false;
        }
        url = null;
        if (text.startsWith("wss://") || text.startsWith("ws://"))
        {
            cryptofeed = true;
            return false;
        }
        if (text.startsWith("https://") || text.startsWith("http://"))
        {
            final int arrow = text.indexOf(" -> ");
            if (arrow < 0)
            {
                return false;
            }
            cryptofeed = true;
            url = text.substring(0, arrow);
            return stamped(text, arrow + 4);
        }
        return stamped(text, 0);
    }

    private boolean stamped(final String text, final int start)
    {
        int at = start;
        long whole = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - start < 19)
        {
            whole = whole * 10 + text.charAt(at++) - '0';
        }
        final int wholeEnd = at;
        long fraction = 0;
        long unit = NANOS;
        if (at < text.length() && text.charAt(at) == '.')
        {
            at++;
            while (at < text.length() && Character.isDigit(text.charAt(at)))
            {
                unit /= 10;
                fraction += unit * (text.charAt(at++) - '0');
            }
        }
        final char end = at < text.length() ? text.charAt(at) : '\n';
        if (wholeEnd == start || end != ' ' && end != ':')
        {
            throw new MarketFileException("market file " + file + ", line " + line + ": neither an hftbacktest line " +
                "('<local ns> {…}') nor a cryptofeed line ('<seconds>: {…}'); name a capture of Binance streams");
        }
        if (end == ':')
        {
            cryptofeed = true;
            timeNs = whole * NANOS + fraction;
        }
        else
        {
            timeNs = whole;
        }
        payload = text.substring(at + 1).strip();
        return !payload.isEmpty();
    }

    long line()
    {
        return line;
    }

    long timeNs()
    {
        return timeNs;
    }

    /** The address that was asked, for an answer over REST; null for a stream's frame. */
    String url()
    {
        return url;
    }

    String payload()
    {
        return payload;
    }

    /** True as soon as a line had cryptofeed's shape. */
    boolean cryptofeed()
    {
        return cryptofeed;
    }

    private static String reason(final IOException e)
    {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }

    @Override
    public void close()
    {
        try
        {
            reader.close();
        }
        catch (final IOException e)
        {
            throw new MarketFileException("market file " + file + " cannot be closed: " + reason(e), e);
        }
    }
}
