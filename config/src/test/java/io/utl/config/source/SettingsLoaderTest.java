package io.utl.config.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.utl.config.settings.AtEnd;
import io.utl.config.settings.ClientReset;
import io.utl.config.settings.Durability;
import io.utl.config.settings.FixSettings;
import io.utl.config.settings.GatewaySettings;
import io.utl.config.settings.JournalSettings;
import io.utl.config.settings.MarketSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsLoaderTest
{
    @TempDir
    private Path directory;

    @Test
    void demoSaysProcessAndRunSaysPower() throws SettingsException
    {
        assertEquals(Durability.PROCESS, load("demo").journal().durability());
        assertEquals(Durability.POWER, load("run").journal().durability());
        assertEquals(ClientReset.ALWAYS, load("demo").fix().clientReset());
        assertEquals(ClientReset.NEVER, load("run").fix().clientReset());
        assertEquals(3, load("demo").fix().sessions().size());
        assertEquals("FUND1", load("demo").fix().sessions().get(0).account());
        assertTrue(load("run").market().venueLimits());
        assertFalse(load("demo").market().venueLimits());
    }

    @Test
    void setBeatsEnvironmentBeatsFileBeatsReference() throws SettingsException, IOException
    {
        final Path file = file("utl { fix.port = 1, http.port = 2, admin.port = 3 }");
        final Map<String, String> environment = Map.of("UTL_FIX_PORT", "11", "UTL_HTTP_PORT", "12");
        final GatewaySettings settings =
            new SettingsLoader("demo").load(file, List.of("utl.fix.port=21"), environment);
        assertEquals(21, settings.ports().fix());
        assertEquals(12, settings.ports().http());
        assertEquals(3, settings.ports().admin());
        assertEquals(9880, load("demo").ports().fix());
    }

    @Test
    void lastSetOfAKeyWins() throws SettingsException
    {
        assertEquals(AtEnd.STOP, load("demo", "utl.market.atEnd=loop", "utl.market.atEnd=stop")
            .market().atEnd());
    }

    @Test
    void aWordInsideANameBecomesAnUnderscoreInTheEnvironment() throws SettingsException
    {
        assertEquals("UTL_LIMITS_CONNECTIONS_PER_ADDRESS",
            SettingsSources.environmentName("utl.limits.connectionsPerAddress"));
        assertEquals(AtEnd.LOOP, new SettingsLoader("demo")
            .load(null, List.of(), Map.of("UTL_MARKET_AT_END", "loop")).market().atEnd());
    }

    @Test
    void allErrorsAreReportedAtOnceEachWithItsOrigin() throws IOException
    {
        final Path file = file("utl {\n  http.port = 70000\n  nonsense = 1\n}");
        final SettingsException refused = assertThrows(SettingsException.class, () -> new SettingsLoader("demo").load(
            file, List.of("utl.fix.prot=1", "utl.journal.durability=replicated", "noequals"),
            Map.of("UTL_PIPELINE_INBOUND_SLOTS", "1000")));
        final String text = refused.getMessage();
        assertTrue(text.contains(file + ": 2: utl.http.port = 70000: must be 0 to 65535"), text);
        assertTrue(text.contains(file + ": 3: utl.nonsense is no setting"), text);
        assertTrue(text.contains("--set utl.fix.prot: utl.fix.prot is no setting; nearest is utl.fix.port"), text);
        assertTrue(text.contains("utl.journal.durability = replicated: must be one of process, power"), text);
        assertTrue(text.contains("--set noequals: write --set key=value"), text);
        assertTrue(text.contains("environment UTL_PIPELINE_INBOUND_SLOTS: utl.pipeline.inboundSlots = 1000: must be " +
            "a power of two"), text);
        assertEquals(6, refused.problems().size(), text);
    }

    @Test
    void unreadableFileIsAnError()
    {
        final SettingsException refused = assertThrows(SettingsException.class, () -> new SettingsLoader("demo")
            .load(directory.resolve("absent.conf"), List.of(), Map.of()));
        assertTrue(refused.getMessage().contains("absent.conf"), refused.getMessage());
    }

    @Test
    void wrongTypeNamesKeyAndOrigin()
    {
        final SettingsException refused = assertThrows(SettingsException.class,
            () -> load("demo", "utl.http.port=many"));
        assertTrue(refused.getMessage().contains("utl.http.port"), refused.getMessage());
        assertEquals(1, refused.problems().size(), refused.getMessage());
    }

    @Test
    void passwordsStayOnLoopback()
    {
        final SettingsException refused = assertThrows(SettingsException.class, () -> load("demo", "utl.bind=0.0.0.0"));
        assertTrue(refused.getMessage().contains("loopback only"), refused.getMessage());
    }

    @Test
    void passwordsAreNotPrinted() throws SettingsException
    {
        assertEquals("AUDIT (account AUDIT, read only)", load("demo").fix().sessions().get(2).toString());
    }

    @Test
    void unknownEnvironmentIsSaidAndIgnored() throws SettingsException
    {
        final SettingsLoader loader = new SettingsLoader("demo");
        loader.load(null, List.of(), Map.of("UTL_NONSENSE", "1", "UTL_JAVA", "x", "PATH", "y"));
        assertEquals(List.of("environment UTL_NONSENSE names no setting and is ignored"), loader.warnings());
    }

    @Test
    void aMessageLimitThatNobodyKeepsIsRefused() throws SettingsException
    {
        assertEquals(64, load("demo", "utl.limits.requests=off").limits().connectionsPerAddress());
        assertThrows(SettingsException.class, () -> load("demo", "utl.limits.requests=50"));
    }

    @Test
    void aBlockIsAPowerOfTwo() throws SettingsException
    {
        assertEquals(1 << 20, load("demo", "utl.journal.block=1MiB").journal().blockBytes());
        assertEquals(1 << 20, load("demo", "utl.journal.block=1MB").journal().blockBytes());
        assertEquals(1 << 20, load("demo", "utl.journal.block=1048576").journal().blockBytes());
        assertEquals(64 << 20, load("demo").journal().blockBytes());
        assertThrows(SettingsException.class, () -> load("demo", "utl.journal.block=much"));
        assertThrows(SettingsException.class, () -> load("demo", "utl.journal.block=3m"));
    }

    @Test
    void marketFileKeepsColonsAndBlanks() throws SettingsException
    {
        assertEquals(Path.of("some dir/a:b.gz"), load("demo", "utl.market.file=some dir/a:b.gz").market().file());
    }

    private static GatewaySettings load(final String profile, final String... sets) throws SettingsException
    {
        return new SettingsLoader(profile).load(null, List.of(sets), Map.of());
    }

    private Path file(final String text) throws IOException
    {
        return Files.writeString(directory.resolve("utl.conf"), text);
    }
}
