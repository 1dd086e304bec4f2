package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.config.settings.ClientReset;
import io.utl.gateway.tools.fix.FixClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may connect, and what becomes of those who may not. */
@Timeout(60)
final class FixConnectionTest
{
    private static final String GOOD = "98=0|108=30|141=Y|553=FUND1|554=demo|";

    private static final String SECRETS =
        "Username(553), Password(554): not those of SenderCompID(49)=FUND1; check both";

    private static FixServer server;

    @BeforeAll
    static void start() throws IOException
    {
        server = new FixServer(settings -> settings.withLogonTimeoutMs(2_000), FixServer.FUND1, FixServer.MM1);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException
    {
        server.close();
    }

    private static RawClient connect(final String sender) throws IOException
    {
        return new RawClient(server.acceptor.port(), sender);
    }

    /** Waits until the acceptor has seen the end of the connection before. */
    private static RawClient loggedOn(final String sender) throws IOException
    {
        waitFor(() -> !server.acceptor.isConnected("FUND1".equals(sender) ? 1 : 2));
        return RawClient.loggedOn(server.acceptor.port(), sender);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "98=0|108=30|141=Y|553=FUND1|554=wrong| ~ SECRETS",
        "98=0|108=30|141=Y|553=MM1|554=demo| ~ SECRETS",
        "98=0|108=30|141=Y| ~ SECRETS",
        "98=1|108=30|141=Y|553=FUND1|554=demo| ~ EncryptMethod(98)=1: must be 0",
        "98=0|108=61|141=Y|553=FUND1|554=demo| ~ HeartBtInt(108)=61: must be 1 to 60 seconds",
        "98=0|108=0|141=Y|553=FUND1|554=demo| ~ HeartBtInt(108)=0: must be 1 to 60 seconds"})
    void saysInALogoutWhyALogonIsRefused(final String logon, final String text) throws IOException
    {
        try (RawClient client = connect("FUND1"))
        {
            final String answer = client.logon(logon).read();
            System.out.println("  35=A|" + logon + " -> " + answer);
            assertTrue(answer.contains("|35=5|34=1|49=UTL|") && answer.contains("|58=" +
                text.replace("SECRETS", SECRETS) + "|"), answer);
            assertEquals("closed", client.read());
        }
    }

    @Test
    void namesBothClocksWhenTheyAreTooFarApart() throws IOException
    {
        try (RawClient client = connect("FUND1"))
        {
            final String answer = client.send("35=A|", GOOD, "20200101-00:00:00.000").read();
            assertTrue(answer.contains("|58=SendingTime(52)=20200101-00:00:00.000: our clock says 2"), answer);
            assertEquals("closed", client.read());
        }
        try (RawClient client = loggedOn("FUND1"))
        {
            final String reject = client.send("35=0|", "", "20200101-00:00:00.000").read();
            assertTrue(reject.contains("|35=3|") && reject.contains("|373=10|"), reject);
            final String logout = client.read();
            assertTrue(logout.contains("|35=5|") && logout.contains(
                "|58=SendingTime(52)=20200101-00:00:00.000: our clock says 2"), logout);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "GET / HTTP/1.1 ~ no FIX at all",
        "8=FIX.4.2|9=5|35=A| ~ another version",
        "8=FIX.4.4|9=2000000000|35=A| ~ a length of two thousand million",
        "8=FIX.4.4|9=9999|35=A| ~ a length above 4,096",
        "8=FIX.4.4|9=|35=A| ~ no length",
        "8=FIX.4.4|9=5|35=0|10=000| ~ a wrong checksum",
        "8=FIX.4.4|9=5|35=0|10=163| ~ no Logon"})
    void closesWithoutAWordWhatDoesNotBeginWithALogon(final String bytes, final String what) throws IOException
    {
        try (RawClient client = connect("FUND1"))
        {
            assertEquals("closed", client.bytes(bytes).read(), what);
        }
    }

    @Test
    void closesWithoutAWordAnUnknownSessionAndAnotherTarget() throws IOException
    {
        try (RawClient client = connect("NOBODY"))
        {
            assertEquals("closed", client.logon(GOOD).read());
        }
        try (RawClient client = connect("FUND1"))
        {
            assertEquals("closed", client.bytes(RawClient.message("35=A|34=1|49=FUND1|52=" +
                FixTime.format(System.currentTimeMillis() * 1_000_000L) + "|56=OTHER|" + GOOD)).read());
        }
    }

    @Test
    void closesASilentConnectionAndOneThatDrips() throws IOException
    {
        try (RawClient silent = connect("FUND1"); RawClient dripping = connect("FUND1"))
        {
            final long start = System.nanoTime();
            for (final char c : "8=FIX.4.4|9=80|35=A|".toCharArray())
            {
                dripping.bytes(String.valueOf(c));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            assertEquals("closed", silent.read());
            assertEquals("closed", dripping.read());
            final long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertTrue(tookMs >= 1_900 && tookMs < 5_000, "took " + tookMs + " ms");
        }
    }

    @Test
    void evictsOneWhenTooManyOfOneAddressWait() throws Exception
    {
        final List<RawClient> flood = new ArrayList<>();
        try (FixServer patient = new FixServer(settings -> settings.withLogonTimeoutMs(60_000), FixServer.LATER))
        {
            for (int i = 0; i < WaitingRoom.MOST_PER_ADDRESS; i++)
            {
                flood.add(new RawClient(patient.acceptor.port(), "LATER"));
            }
            waitFor(() -> patient.acceptor.waiting() == WaitingRoom.MOST_PER_ADDRESS);
            try (RawClient client = RawClient.loggedOn(patient.acceptor.port(), "LATER"))
            {
                waitFor(() -> patient.acceptor.counters().connectionsClosed() == 1);
                assertTrue(client.send("35=1|", "112=in|").read().contains("|112=in|"));
            }
        }
        finally
        {
            for (final RawClient client : flood)
            {
                client.close();
            }
        }
    }

    @Test
    void closesALoggedOnConnectionThatSendsTooMuch() throws IOException
    {
        try (RawClient client = loggedOn("FUND1"))
        {
            final String logout = client.bytes("8=FIX.4.4|9=2000000000|35=D|").read();
            assertTrue(logout.contains("|35=5|") &&
                logout.contains("|58=BodyLength(9)=2000000000: a message may have 65536 bytes|"), logout);
            assertEquals("closed", client.read());
        }
        try (RawClient client = loggedOn("FUND1"))
        {
            final String logout = client.bytes("8=FIX.4.4|9=65000|35=D|58=" + "x".repeat(70_000)).read();
            assertTrue(logout.contains(" bytes without the end of a message: a message may have 65536 bytes|"), logout);
            assertEquals("closed", client.read());
        }
        try (RawClient client = loggedOn("FUND1"))
        {
            final String logout = client.bytes("garbage ".repeat(2_000)).read();
            assertTrue(logout.contains(" bytes that are no FIX message: at most 4096 are passed over|"), logout);
            assertEquals("closed", client.read());
        }
        try (RawClient client = loggedOn("FUND1"))
        {
            final String answer = client.bytes("a little garbage").send("35=1|", "112=still here|").read();
            assertTrue(answer.contains("|112=still here|"), answer);
        }
    }

    @Test
    void takesALogonThatComesInPiecesAndTheOrderBehindIt() throws IOException
    {
        try (RawClient client = connect("FUND1"))
        {
            final String time = FixTime.format(System.currentTimeMillis() * 1_000_000L);
            final String all = RawClient.message("35=A|34=1|49=FUND1|52=" + time + "|56=UTL|" + GOOD) +
                RawClient.message("35=1|34=2|49=FUND1|52=" + time + "|56=UTL|112=behind|");
            client.bytes(all.substring(0, 20)).bytes(all.substring(20, 90)).bytes(all.substring(90));
            assertTrue(client.read().contains("|35=A|"));
            assertTrue(client.read().contains("|112=behind|"));
        }
    }

    @Test
    void aSecondLogonDoesNotDisturbTheFirst() throws IOException
    {
        try (RawClient first = loggedOn("MM1"))
        {
            try (RawClient second = connect("MM1"))
            {
                assertEquals("closed", second.logon("98=0|108=30|141=Y|553=MM1|554=demo|").read());
            }
            try (RawClient thief = connect("MM1"))
            {
                assertEquals("closed", thief.logon("98=0|108=30|141=Y|553=MM1|554=guess|").read());
            }
            assertTrue(first.send("35=1|", "112=undisturbed|").read().contains("|34=2|"));
        }
    }

    @Test
    void aWrongPasswordDoesNotResetTheNumbersOfTheSession() throws IOException
    {
        try (RawClient client = loggedOn("MM1"))
        {
            assertTrue(client.send("35=5|", "").read().contains("|35=5|34=2|"));
        }
        waitFor(() -> !server.acceptor.isConnected(2));
        try (RawClient thief = connect("MM1"))
        {
            assertTrue(thief.logon("98=0|108=30|141=Y|553=MM1|554=guess|").read().contains("|35=5|"));
        }
        waitFor(() -> !server.acceptor.isConnected(2));
        try (RawClient client = connect("MM1").number(3))
        {
            final String answer = client.logon("98=0|108=30|553=MM1|554=demo|").read();
            assertTrue(answer.contains("|35=A|34=3|"), answer);
        }
    }

    @Test
    void keepsReportsOfASessionThatIsAwayAndSendsThemOnRequest() throws IOException
    {
        try (RawClient client = loggedOn("MM1"))
        {
            client.send("35=D|", "11=away|38=0.02|40=2|44=1|54=1|55=BTC-USDT|59=1|60=20260101-00:00:00|");
            assertTrue(client.read().contains("|150=A|"));
            assertTrue(client.read().contains("|150=0|"));
            assertTrue(client.send("35=5|", "").read().contains("|35=5|34=4|"));
        }
        final long kept = server.acceptor.counters().reportsKept();
        try (RawClient other = loggedOn("FUND1"))
        {
            other.send("35=q|", "11=all|60=20260101-00:00:00|530=7|");
            assertTrue(other.read().contains("|35=r|"));
        }
        waitFor(() -> server.acceptor.counters().reportsKept() == kept + 2);
        try (RawClient client = connect("MM1").number(4))
        {
            assertTrue(client.logon("98=0|108=30|553=MM1|554=demo|").read().contains("|35=A|34=7|"));
            client.send("35=2|", "7=5|16=0|");
            final String first = client.read();
            final String second = client.read();
            assertTrue(first.contains("|34=5|") && first.contains("|43=Y|") && first.contains("|150=6|"), first);
            assertTrue(second.contains("|34=6|") && second.contains("|43=Y|") && second.contains("|150=4|"), second);
        }
    }

    @Test
    void oneSessionsReportsNeverReachAnother() throws IOException
    {
        try (RawClient mine = loggedOn("FUND1");
            RawClient other = loggedOn("MM1"))
        {
            mine.send("35=D|", "11=mine|38=0.02|40=2|44=1|54=1|55=BTC-USDT|59=1|60=20260101-00:00:00|");
            assertTrue(mine.read().contains("|150=A|"));
            assertTrue(mine.read().contains("|150=0|"));
            assertTrue(other.send("35=1|", "112=only this|").read().contains("|112=only this|"));
        }
    }

    @Test
    void tellsAQuickFixClientWhyItMayNotLogOn() throws Exception
    {
        final ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (FixClient client = server.client("FUND1", "wrong", new PrintStream(log, true, StandardCharsets.UTF_8)))
        {
            assertEquals("logon of FUND1 was refused: Username(553), Password(554): not those of " +
                "SenderCompID(49)=FUND1; check both", client.logon(5_000), log.toString(StandardCharsets.UTF_8));
        }
        assertFalse(log.toString(StandardCharsets.UTF_8).contains("wrong"), log.toString(StandardCharsets.UTF_8));
    }

    @Test
    void afterAStartItAsksForNewNumbersInsteadOfForOldOrders() throws Exception
    {
        try (FixServer fresh = new FixServer(settings -> settings, FixServer.LATER);
            RawClient client = new RawClient(fresh.acceptor.port(), "LATER"))
        {
            final String answer = client.number(42).logon("98=0|108=30|553=LATER|554=demo|").read();
            assertTrue(answer.contains("|58=MsgSeqNum(34)=42: the gateway was started and numbers begin anew; log on " +
                "with ResetSeqNumFlag(141)=Y and MsgSeqNum(34)=1, then ask for your orders (35=H)|"), answer);
        }
    }

    @Test
    void refusesAResetWhereTheSettingSaysNever() throws Exception
    {
        try (FixServer strict = new FixServer(settings -> settings.withClientReset(ClientReset.NEVER),
            FixServer.LATER))
        {
            RawClient.loggedOn(strict.acceptor.port(), "LATER").close();
            waitFor(() -> !strict.acceptor.isConnected(4));
            try (RawClient client = new RawClient(strict.acceptor.port(), "LATER"))
            {
                final String answer = client.logon(GOOD.replace("FUND1", "LATER")).read();
                assertTrue(answer.contains("|58=ResetSeqNumFlag(141)=Y: not accepted here"), answer);
            }
        }
    }

    @Test
    void namesThePortThatIsTakenAndTheDirectoryThatCannotBeWritten() throws IOException
    {
        final Path directory = Files.createTempDirectory("utl-fix");
        final FixSettings taken = FixSettings.of("127.0.0.1", server.acceptor.port(), directory,
            List.of(new FixSession(9, "OTHER", "OTHER", "OTHER", "demo", false)));
        try (FixAcceptor acceptor = new FixAcceptor(taken, server.core))
        {
            final IOException error = assertThrows(IOException.class, acceptor::start);
            assertTrue(error.getMessage().startsWith("utl.fix.port=" + server.acceptor.port() + ": cannot listen on " +
                "127.0.0.1:" + server.acceptor.port() + " (BindException: Address already in use"), error.getMessage());
        }
        final Path file = Files.createFile(directory.resolve("file"));
        final FixSettings blocked = FixSettings.of("127.0.0.1", 0, file.resolve("fix"), taken.sessions());
        try (FixAcceptor acceptor = new FixAcceptor(blocked, server.core))
        {
            final IOException error = assertThrows(IOException.class, acceptor::start);
            assertTrue(error.getMessage().startsWith("FIX directory " + file.resolve("fix") + " cannot be written"),
                error.getMessage());
        }
        Files.delete(file);
        Files.delete(directory);
    }

    @Test
    void refusesToListenBeyondLoopbackWithPasswordsInClear()
    {
        final IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () ->
            FixSettings.of("0.0.0.0", 0, Path.of("fix"), List.of(FixServer.FUND1)));
        assertTrue(error.getMessage().startsWith("utl.bind=0.0.0.0: Password(554) travels in clear"),
            error.getMessage());
    }

    private static void waitFor(final java.util.function.BooleanSupplier condition)
    {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!condition.getAsBoolean())
        {
            assertTrue(System.nanoTime() < deadline, "waited 5 s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
