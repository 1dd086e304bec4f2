package io.utl.gateway.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Good requests reach the ring whole, in their class, and nothing is left behind. */
@Timeout(60)
final class FixOrderTest
{
    private static final String TIME = "60=20260101-00:00:00|";

    @Test
    void carriesEveryDecimalAndInstructionThrough() throws Exception
    {
        try (FixServer server = new FixServer(); RawClient client = RawClient.loggedOn(server.acceptor.port(), "FUND1"))
        {
            final String report = client.send("35=D|", "1=FUND1|11=a|15=USDT|18=6|21=1|38=0.000000000000000001|40=2|" +
                "44=12345678901234567890.5|54=2|55=BTC-USDT|58=a note|59=6|126=20301231-12:00:00.250|" + TIME).read();
            for (final String expected : new String[] {"|38=0.000000000000000001|", "|44=12345678901234567890.5|",
                "|54=2|", "|59=6|", "|126=20301231-12:00:00.250000|", "|18=6|", "|1=FUND1|", "|11=a|"})
            {
                assertTrue(report.contains(expected), "no " + expected + " in " + report);
            }
            client.read();
            assertTrue(client.send("35=D|", "11=b|38=1|40=2|432=20300102|44=5|54=1|55=BTC-USDT|59=6|" + TIME).read()
                .contains("|126=20300103-00:00:00.000000|"));
        }
    }

    @Test
    void offersRequestsAsRequestsAndStopsAsStops() throws Exception
    {
        try (FixServer server = new FixServer(); RawClient client = RawClient.loggedOn(server.acceptor.port(), "MM1"))
        {
            client.send("35=D|", "11=a|38=1|40=2|44=5|54=1|55=BTC-USDT|" + TIME).read();
            client.read();
            client.send("35=H|", "11=a|54=1|55=BTC-USDT|").read();
            client.send("35=G|", "11=b|38=2|40=2|41=a|44=5|54=1|55=BTC-USDT|" + TIME).read();
            client.read();
            client.send("35=F|", "11=c|41=b|54=1|55=BTC-USDT|" + TIME).read();
            client.read();
            client.send("35=q|", "11=d|530=7|" + TIME).read();
            assertEquals("[REQUEST 2 1, REQUEST 2 5, REQUEST 2 3, STOP 2 2, STOP 2 4]",
                server.core.offered().toString());
        }
    }

    @Test
    void passesAPossibleResendToTheCoreWhichKnowsTheId() throws Exception
    {
        try (FixServer server = new FixServer(); RawClient client = RawClient.loggedOn(server.acceptor.port(), "FUND1"))
        {
            final String order = "11=again|38=1|40=2|44=5|54=1|55=BTC-USDT|" + TIME;
            assertTrue(client.send("35=D|", order).read().contains("|150=A|"));
            assertTrue(client.read().contains("|150=0|"));
            final String state = client.send("35=D|97=Y|", order).read();
            assertTrue(state.contains("|150=I|") && state.contains("|39=0|") && state.contains("|17=0|") &&
                state.contains("|37=1|"), state);
        }
    }

    @Test
    void leavesNoThreadBehindWhenItCloses() throws Exception
    {
        final Set<String> before = threads();
        try (FixServer server = new FixServer(); RawClient client = RawClient.loggedOn(server.acceptor.port(), "FUND1"))
        {
            server.acceptor.close();
            assertTrue(client.read().contains("|58=the gateway is stopping|"));
        }
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!before.containsAll(threads()))
        {
            assertTrue(System.nanoTime() < deadline, "still there: " + threads());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Names of live threads that are not the JVM's or the test runner's. */
    private static Set<String> threads() throws IOException
    {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
            .filter(name -> name.matches(".*(QF|QFJ|Nio|fix|fake).*")).collect(Collectors.toSet());
    }
}
