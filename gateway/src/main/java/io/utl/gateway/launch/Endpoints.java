package io.utl.gateway.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.utl.config.settings.FixSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * {@code endpoints.json} below the data directory: where a running gateway can be reached. Written whole when it is
 * ready, so who sees the file sees all of it; removed by a clean stop. A key appears with its feature.
 * <p>
 * Thread: the one that starts. Allocates: once.
 */
public final class Endpoints
{
    /** Name below the data directory. */
    public static final String FILE = "endpoints.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();

    public Endpoints(final long pid)
    {
        root.put("pid", pid);
    }

    Endpoints rest(final String host, final int port)
    {
        root.put("rest", "http://" + host + ":" + port);
        return this;
    }

    Endpoints fix(final String host, final int port)
    {
        root.put("fix", host + ":" + port);
        return this;
    }

    Endpoints admin(final int port)
    {
        root.put("admin", "http://127.0.0.1:" + port);
        return this;
    }

    /** What a script needs to trade on the demo. */
    Endpoints demo(final String symbol, final String targetCompId, final FixSettings.SessionSettings session)
    {
        final ObjectNode demo = root.putObject("demo");
        demo.put("symbol", symbol);
        demo.put("account", session.account());
        demo.putObject("fix")
            .put("senderCompId", session.compId())
            .put("targetCompId", targetCompId)
            .put("username", session.compId())
            .put("password", session.password());
        return this;
    }

    /** The document on one line. */
    String text()
    {
        return root.toString();
    }

    /** Replaces the file as a whole. */
    void write(final Path data) throws IOException
    {
        final Path fresh = data.resolve(FILE + ".new");
        Files.writeString(fresh, root + System.lineSeparator());
        Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what a process before us left. */
    static void remove(final Path data) throws IOException
    {
        Files.deleteIfExists(data.resolve(FILE));
    }

    /**
     * What a gateway that runs on {@code data} has written.
     *
     * @throws IOException naming what is missing.
     */
    public static JsonNode read(final Path data) throws IOException
    {
        final Path file = data.resolve(FILE);
        if (!Files.isReadable(file))
        {
            throw new IOException("no gateway is ready on " + data + " (there is no " + file + "); start one with " +
                "./utl demo --data " + data + ", or name its directory with --data");
        }
        return JSON.readTree(file.toFile());
    }

    /**
     * The operators' door of the gateway that runs on {@code data}.
     *
     * @throws IOException naming what is missing.
     */
    public static String admin(final Path data) throws IOException
    {
        final String admin = read(data).path("admin").asText();
        if (admin.isEmpty())
        {
            throw new IOException(data.resolve(FILE) + " names no admin address; start the gateway again");
        }
        return admin;
    }
}
