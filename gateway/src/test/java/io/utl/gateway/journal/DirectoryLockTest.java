package io.utl.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryLockTest
{
    @TempDir
    private Path root;

    /** Run in a process of its own: takes the lock, says so, and holds it until its input ends. */
    public static final class Holder
    {
        private Holder()
        {
        }

        @SuppressWarnings("try")
        public static void main(final String[] arguments) throws IOException
        {
            try (DirectoryLock lock = DirectoryLock.acquire(new JournalDirectory(Path.of(arguments[0]))))
            {
                System.out.println("held");
                System.out.flush();
                while (System.in.read() >= 0)
                {
                    continue;
                }
            }
            catch (final DirectoryInUseException e)
            {
                System.out.println(e.getMessage());
            }
        }
    }

    private Process holder() throws IOException
    {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
            Holder.class.getName(), root.toString()).redirectErrorStream(true).start();
    }

    private static String firstLine(final Process process) throws IOException
    {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoHoldsTheDirectory() throws IOException, InterruptedException
    {
        final JournalDirectory directory = new JournalDirectory(root);
        assertFalse(DirectoryLock.isHeld(directory));
        final Process first = holder();
        assertEquals("held", firstLine(first));
        assertTrue(DirectoryLock.isHeld(directory));
        final DirectoryInUseException refusal =
            assertThrows(DirectoryInUseException.class, () -> DirectoryLock.acquire(directory));
        assertTrue(refusal.getMessage().contains("in use by process " + first.pid()), refusal.getMessage());
        final Process second = holder();
        assertTrue(firstLine(second).contains("in use by process " + first.pid()));
        assertTrue(second.waitFor(20, TimeUnit.SECONDS));

        first.destroyForcibly();
        assertTrue(first.waitFor(20, TimeUnit.SECONDS));
        assertFalse(DirectoryLock.isHeld(directory), "a killed process holds nothing");
        DirectoryLock.acquire(directory).close();
    }

    @Test
    @SuppressWarnings("try")
    void theSameProcessIsRefusedToo() throws IOException
    {
        final JournalDirectory directory = new JournalDirectory(root);
        try (DirectoryLock lock = DirectoryLock.acquire(directory))
        {
            assertTrue(DirectoryLock.isHeld(directory));
            final String refusal =
                assertThrows(DirectoryInUseException.class, () -> DirectoryLock.acquire(directory)).getMessage();
            assertTrue(refusal.contains("process " + ProcessHandle.current().pid()), refusal);
            assertTrue(DirectoryLock.isHeld(directory), "the refusal does not cost the holder its lock");
        }
        assertFalse(DirectoryLock.isHeld(directory));
    }
}
