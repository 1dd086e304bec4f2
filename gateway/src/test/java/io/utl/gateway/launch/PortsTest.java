package io.utl.gateway.launch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortsTest
{
    @TempDir
    private Path directory;

    @Test
    void aTakenPortNamesSettingPortAndHolder() throws IOException
    {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            final int port = held.getLocalPort();
            final StartException refused = assertThrows(StartException.class,
                () -> Ports.requireFree("utl.fix.port", "127.0.0.1", port));
            assertEquals(StartException.ERROR, refused.exitCode());
            assertTrue(refused.getMessage().startsWith("utl.fix.port=" + port + ": 127.0.0.1:" + port),
                refused.getMessage());
            assertTrue(refused.getMessage().contains("--port-base"), refused.getMessage());
            Assumptions.assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "no /proc/net/tcp on this system");
            assertTrue(refused.getMessage().contains("process " + ProcessHandle.current().pid() + " (java)"),
                refused.getMessage());
        }
    }

    @Test
    void aFreePortAndNoPortAreFine() throws IOException
    {
        final int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            port = once.getLocalPort();
        }
        assertDoesNotThrow(() -> Ports.requireFree("utl.fix.port", "127.0.0.1", port));
        assertDoesNotThrow(() -> Ports.requireFree("utl.fix.port", "127.0.0.1", 0));
    }

    @Test
    void withoutProcNobodyIsNamed()
    {
        assertEquals("another process", PortOwner.of(1234, directory));
    }
}
