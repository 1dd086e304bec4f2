package io.utl.gateway.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The product in a JVM of its own, started from this test's class path as the launcher starts it.
 * <p>
 * Thread: one; the output is drained by a thread that ends with the process.
 */
final class ProductProcess implements AutoCloseable
{
    private static final String MAIN = "io.utl.gateway.tools.Utl";
    private static final long READY_SECONDS = 90;

    private static final ScheduledExecutorService LATE = Executors.newSingleThreadScheduledExecutor(task ->
    {
        final Thread thread = new Thread(task, "product-late");
        thread.setDaemon(true);
        return thread;
    });

    private final Path data;
    private final Process process;
    private final List<String> output = new ArrayList<>();
    private JsonNode endpoints;

    private ProductProcess(final Path data, final Process process)
    {
        this.data = data;
        this.process = process;
    }

    /** Starts a demo on ephemeral ports and waits for its ready line. */
    static ProductProcess demo(final Path data, final String... more) throws IOException
    {
        final List<String> arguments = new ArrayList<>(List.of("demo", "--headless", "--data", data.toString(),
            "--port-base", "0", "--set", "utl.journal.block=1MB"));
        arguments.addAll(List.of(more));
        Files.deleteIfExists(data.resolve("endpoints.json"));
        final ProductProcess product = new ProductProcess(data, start(arguments));
        final Thread drain = new Thread(product::drain, "product-output");
        drain.setDaemon(true);
        drain.start();
        product.awaitReady();
        product.endpoints = new ObjectMapper().readTree(data.resolve("endpoints.json").toFile());
        return product;
    }

    /** Runs one verb to its end and gives back what it printed, last the line {@code exit N}. */
    static String run(final String... arguments) throws IOException, InterruptedException
    {
        final Process process = start(List.of(arguments));
        // Reading ends with the process: one that should have ended and runs is ended here, and exits 137.
        final Future<?> late = LATE.schedule(process::destroyForcibly, 60, TimeUnit.SECONDS);
        final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        final int exitCode = process.waitFor();
        if (!late.cancel(false))
        {
            throw new IllegalStateException("still running after 60 s: " + List.of(arguments) + "\n" + text);
        }
        return text + "exit " + exitCode;
    }

    private static Process start(final List<String> arguments) throws IOException
    {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Path.of(System.getProperty("utl.root"), "jvm.options"),
            "-Xmx1g", "-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void drain()
    {
        try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)))
        {
            for (String line = reader.readLine(); line != null; line = reader.readLine())
            {
                synchronized (output)
                {
                    output.add(line);
                    output.notifyAll();
                }
            }
        }
        catch (final IOException closed)
        {
            synchronized (output)
            {
                output.add("(output ended: " + closed.getMessage() + ")");
                output.notifyAll();
            }
        }
    }

    private void awaitReady() throws IOException
    {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        synchronized (output)
        {
            while (output.stream().noneMatch(line -> line.startsWith("ready")))
            {
                final long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (leftMs <= 0 || !process.isAlive())
                {
                    process.destroyForcibly();
                    throw new IOException("no ready line; the product said:\n" + String.join("\n", output));
                }
                try
                {
                    output.wait(Math.min(leftMs, 200));
                }
                catch (final InterruptedException interrupted)
                {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted while waiting for ready", interrupted);
                }
            }
        }
    }

    String output()
    {
        synchronized (output)
        {
            return String.join("\n", output);
        }
    }

    Path data()
    {
        return data;
    }

    JsonNode endpoints()
    {
        return endpoints;
    }

    int fixPort()
    {
        final String fix = endpoints.get("fix").asText();
        return Integer.parseInt(fix.substring(fix.lastIndexOf(':') + 1));
    }

    String symbol()
    {
        return endpoints.get("demo").get("symbol").asText();
    }

    String account()
    {
        return endpoints.get("demo").get("account").asText();
    }

    /** kill -9. */
    void kill() throws InterruptedException
    {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; gives back the exit code. */
    int stop() throws InterruptedException
    {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS))
        {
            process.destroyForcibly();
            throw new IllegalStateException("did not stop within 60 s of SIGTERM; it said:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close()
    {
        process.destroyForcibly();
    }
}
