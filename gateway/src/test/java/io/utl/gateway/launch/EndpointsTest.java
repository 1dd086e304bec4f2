package io.utl.gateway.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.utl.config.settings.FixSettings.SessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndpointsTest
{
    @TempDir
    private Path data;

    @Test
    void holdsExactlyTheKeysOfWhatIsOpen() throws IOException
    {
        endpoints().write(data);
        assertEquals(new ObjectMapper().readTree("""
            {"pid":17,"rest":"http://127.0.0.1:8080","fix":"127.0.0.1:9880","admin":"http://127.0.0.1:8081",
             "demo":{"symbol":"BTC-USDT","account":"FUND1",
                     "fix":{"senderCompId":"FUND1","targetCompId":"UTL","username":"FUND1","password":"demo"}}}"""),
            new ObjectMapper().readTree(data.resolve("endpoints.json").toFile()));
        try (var files = Files.list(data))
        {
            assertEquals(1, files.count(), "no part of a file may stay");
        }
    }

    @Test
    void replacesWhatWasThereAndIsRemovedAtTheEnd() throws IOException
    {
        Files.writeString(data.resolve("endpoints.json"), "old");
        endpoints().write(data);
        assertEquals("http://127.0.0.1:8081", Endpoints.admin(data));
        Endpoints.remove(data);
        assertFalse(Files.exists(data.resolve("endpoints.json")));
        Endpoints.remove(data);
    }

    @Test
    void whoAsksWithoutAGatewayIsToldWhatToDo()
    {
        final IOException missing = assertThrows(IOException.class, () -> Endpoints.admin(data));
        assertTrue(missing.getMessage().contains("./utl demo --data " + data), missing.getMessage());
    }

    private static Endpoints endpoints()
    {
        return new Endpoints(17).rest("127.0.0.1", 8080).fix("127.0.0.1", 9880).admin(8081)
            .demo("BTC-USDT", "UTL", new SessionSettings("FUND1", "FUND1", "demo", false));
    }
}
