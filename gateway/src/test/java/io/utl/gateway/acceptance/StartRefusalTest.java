package io.utl.gateway.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be says so in a sentence with the right exit code, and leaves things as they were. */
final class StartRefusalTest
{
    private static final int DAMAGED = 20;
    private static final String RESTORE = "; restore this directory from a copy, nothing was changed";

    @TempDir
    private static Path root;
    private static ProductProcess product;
    private static Path data;
    private static Path ended;

    @TempDir
    private Path directory;

    @BeforeAll
    static void oneProductLivesAndOneHasEnded() throws Exception
    {
        ended = root.resolve("ended");
        try (ProductProcess first = ProductProcess.demo(ended))
        {
            try (StockClient client = new StockClient(first.fixPort(), first.account(), "demo"))
            {
                client.send("D 11=one 55=" + first.symbol() + " 54=1 38=0.001 40=1 60=20260101-00:00:00");
                client.await("fill", message -> "F".equals(StockClient.field(message, 150)));
            }
            assertEquals(0, first.stop(), first.output());
        }
        data = root.resolve("living");
        product = ProductProcess.demo(data);
    }

    @AfterAll
    static void end()
    {
        product.close();
    }

    @Test
    void namesWhoHasThePort() throws Exception
    {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            final int port = taken.getLocalPort();
            final String text = demo(directory.resolve("data"), "--set", "utl.admin.port=" + port);
            final String mine = "process " + ProcessHandle.current().pid() + " (java)";
            assertEquals("utl: utl.admin.port=" + port + ": 127.0.0.1:" + port + " cannot be listened on (Address " +
                "already in use); it is held by " + (Files.exists(Path.of("/proc/self")) ? mine : "another process") +
                "; stop that, or choose other ports with --port-base N\nexit 1", text);
            assertFalse(Files.exists(directory.resolve("data")));
        }
    }

    @Test
    void refusesADataDirectoryThatIsAFileOrCannotBeMade() throws Exception
    {
        final Path file = Files.createFile(directory.resolve("file"));
        final String next = "; name a directory you own with --data DIR\nexit 1";
        assertEquals("utl: data directory " + file + " cannot be written (it is a file, no directory)" + next,
            demo(file));
        if (Files.exists(Path.of("/proc/self")))
        {
            assertEquals("utl: data directory /proc/utl cannot be written (nothing can be made there)" + next,
                demo(Path.of("/proc/utl")));
        }
    }

    @Test
    void refusesADirectoryInWhichAProductLivesAndDoesNotDisturbIt() throws Exception
    {
        final String text = demo(data);
        assertTrue(text.endsWith("utl: data directory " + data + " is in use by process " +
            product.endpoints().get("pid") +
            "; stop that process, or choose another directory with --data\nexit 1"), text);
        assertTrue(Files.exists(data.resolve("endpoints.json")));
        try (StockClient client = new StockClient(product.fixPort(), product.account(), "demo"))
        {
            assertTrue(client.send("H 11=nobody 55=BTC-USDT 54=1"));
        }
    }

    @Test
    void refusesAMarketThatCannotBePlayedBeforeAnythingIsWritten() throws Exception
    {
        final String next = "; name a recording with --market FILE, or leave it out for a made-up market\nexit 2";
        final Path fresh = directory.resolve("data");
        final Path absent = directory.resolve("absent.gz");
        assertEquals("utl: market file " + absent + " cannot be read: there is no such file" + next,
            demo(fresh, "--market", absent.toString()));
        assertEquals("utl: market file " + directory + " cannot be read: it is no file" + next,
            demo(fresh, "--market", directory.toString()));
        assertEquals("utl: --market '': must name a recording; leave the option out for a made-up market\n" +
            "utl: './utl help demo' shows what there is.\nexit 2", demo(fresh, "--market", ""));
        final Path garbage = Files.write(directory.resolve("garbage.gz"), new byte[]{1, 2, 3, 4, 5});
        assertEquals("utl: market file " + garbage + ", line 1: neither an hftbacktest line ('<local ns> {…}') nor a " +
            "cryptofeed line ('<seconds>: {…}'); name a capture of Binance streams\nexit 2",
            demo(fresh, "--market", garbage.toString()));
        assertFalse(Files.exists(fresh), "a start that could not be made " + fresh);
    }

    @Test
    void refusesACaptureWithoutASnapshot() throws Exception
    {
        final Path capture = directory.resolve("btcusdt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(capture)))
        {
            out.write(("1723161256000000000 {\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\"," +
                "\"E\":1723161256000,\"s\":\"BTCUSDT\",\"U\":11,\"u\":12,\"b\":[[\"60000.00\",\"1.0\"]],\"a\":[]}}\n")
                .getBytes(StandardCharsets.UTF_8));
        }
        final Path fresh = directory.resolve("data");
        final String text = demo(fresh, "--market", capture.toString());
        assertTrue(text.startsWith("utl: market file " + capture + " has no depth snapshot for its stream BTCUSDT"),
            text);
        assertTrue(text.endsWith("\nexit 2"), text);
        assertFalse(Files.exists(fresh));
    }

    @Test
    void namesEveryWrongSettingAtOnce() throws Exception
    {
        assertEquals(String.join("\n",
            "utl: --set utl.fix.prot: utl.fix.prot is no setting; nearest is utl.fix.port",
            "utl: --set utl.http.port: utl.http.port = 70000: must be 0 to 65535",
            "utl: --set utl.journal.durability: utl.journal.durability = maybe: must be one of process, power",
            "utl: the settings cannot be used; correct what is named above.", "exit 2"),
            demo(directory.resolve("data"), "--set", "utl.fix.prot=1", "--set", "utl.http.port=70000", "--set",
                "utl.journal.durability=maybe"));
    }

    @Test
    void refusesAJournalOfAnotherVersion() throws Exception
    {
        final DamagedCopy copy = new DamagedCopy(ended, directory.resolve("copy"));
        copy.headOfSchemaVersion(99);
        for (final String text : allThreeOn(copy))
        {
            assertTrue(text.contains("journal of another version: " + copy.file() +
                " was written with record format 1, schema 1 version 99 by build '"), text);
            assertTrue(text.endsWith("; use the build named there\nexit 4"), text);
        }
    }

    @Test
    void refusesAJournalThatWasCutBelowItsMarkAndNamesTheSequence() throws Exception
    {
        final DamagedCopy copy = new DamagedCopy(ended, directory.resolve("copy"));
        copy.cutInside(DAMAGED);
        assertCorrupt(copy);
    }

    @Test
    void refusesOneFlippedBitAndNamesTheSequence() throws Exception
    {
        final DamagedCopy copy = new DamagedCopy(ended, directory.resolve("copy"));
        copy.flipOneBit(DAMAGED);
        assertCorrupt(copy);
    }

    @Test
    void tellsADamagedVenueMemoryFromAFailingOne() throws Exception
    {
        final Path memory = new DamagedCopy(ended, directory.resolve("copy")).file().getParent().getParent()
            .resolveSibling("venue").resolve("orders.log");
        final byte[] bytes = Files.readAllBytes(memory);
        Files.delete(memory);
        Files.createDirectory(memory);
        final String text = demo(directory.resolve("copy"));
        assertTrue(text.contains("utl: venue memory " + memory + " cannot be opened: ") && text.endsWith("\nexit 1"),
            text);
        Files.delete(memory);
        bytes[20] ^= 4;
        Files.write(memory, bytes);
        final String corrupt = demo(directory.resolve("copy"));
        assertTrue(corrupt.contains("utl: venue memory " + memory + " is corrupt behind record 0, at byte 0") &&
            corrupt.endsWith("\nexit 4"), corrupt);
    }

    private static void assertCorrupt(final DamagedCopy copy) throws Exception
    {
        for (final String text : allThreeOn(copy))
        {
            assertTrue(text.contains("corrupt journal: seq=" + DAMAGED + " in " + copy.file() + ": "), text);
            assertTrue(text.endsWith(RESTORE + "\nexit 4"), text);
        }
    }

    /** What the two tools and a start say. */
    private static List<String> allThreeOn(final DamagedCopy copy) throws Exception
    {
        return List.of(ProductProcess.run("journal", "verify", "--data", copy.directory()),
            ProductProcess.run("replay", "--verify", "--data", copy.directory()), demo(Path.of(copy.directory())));
    }

    private static String demo(final Path data, final String... more) throws IOException, InterruptedException
    {
        final List<String> arguments = new ArrayList<>(List.of("demo", "--headless", "--data", data.toString(),
            "--port-base", "0", "--set", "utl.journal.block=1MB"));
        arguments.addAll(List.of(more));
        return ProductProcess.run(arguments.toArray(new String[0]));
    }
}
