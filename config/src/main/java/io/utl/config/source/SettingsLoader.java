package io.utl.config.source;

import com.typesafe.config.Config;
import io.utl.codecs.sbe.AccountKind;
import io.utl.codecs.sbe.FeePolicy;
import io.utl.codecs.sbe.LimitKind;
import io.utl.codecs.sbe.Oversell;
import io.utl.config.reference.ReferenceSeed;
import io.utl.config.settings.AtEnd;
import io.utl.config.settings.ClientReset;
import io.utl.config.settings.CoreSettings;
import io.utl.config.settings.DemoSettings;
import io.utl.config.settings.Durability;
import io.utl.config.settings.FixSettings;
import io.utl.config.settings.GatewaySettings;
import io.utl.config.settings.JournalSettings;
import io.utl.config.settings.LimitSettings;
import io.utl.config.settings.LogSettings;
import io.utl.config.settings.MarketSettings;
import io.utl.config.settings.PipelineSettings;
import io.utl.config.settings.PortSettings;
import io.utl.config.settings.VenueSettings;
import io.utl.config.settings.WaitKind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes {@link GatewaySettings} of the four sources, or says everything that is wrong with them.
 * <p>
 * Thread: the caller's. Allocates: at start only.
 */
public final class SettingsLoader
{
    private static final int PATH_LENGTH = 4096;
    private static final String OFF = "off";

    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final String profile;

    /** @param profile demo or run: which embedded file lies over the reference. */
    public SettingsLoader(final String profile)
    {
        this.profile = profile;
    }

    /** What is odd but does not stop a start; known after {@link #load}. */
    public List<String> warnings()
    {
        return List.copyOf(warnings);
    }

    /**
     * @param file        HOCON file, or null.
     * @param sets        key=value, strongest, the last of a key wins.
     * @param environment the process's.
     * @throws SettingsException with every problem, each with its origin.
     */
    public GatewaySettings load(final Path file, final List<String> sets, final Map<String, String> environment)
        throws SettingsException
    {
        final SettingsSources sources = new SettingsSources(profile, problems);
        final Config config = sources.merge(file, sets, environment);
        warnings.addAll(sources.warnings());
        final SettingsReader reader = new SettingsReader(config, "", problems);
        final GatewaySettings settings = read(reader);
        if (!problems.isEmpty())
        {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private GatewaySettings read(final SettingsReader r)
    {
        final String bind = r.name("utl.bind", PATH_LENGTH);
        final String recording = r.text("utl.market.file", PATH_LENGTH);
        return new GatewaySettings(
            path(r, "utl.data"),
            bind,
            new PortSettings(port(r, "utl.http.port"), port(r, "utl.fix.port"), port(r, "utl.admin.port")),
            new JournalSettings(
                r.choice("utl.journal.durability", Durability.class, Durability.POWER),
                block(r)),
            new PipelineSettings(
                r.choice("utl.pipeline.waitStrategy", WaitKind.class, WaitKind.PHASED),
                slots(r, "utl.pipeline.inboundSlots", PipelineSettings.LEAST_SLOTS),
                slots(r, "utl.pipeline.outboundSlots", PipelineSettings.LEAST_OUTBOUND_SLOTS)),
            new CoreSettings(
                r.integer("utl.core.instance", 1, CoreSettings.MOST_INSTANCE),
                r.integer("utl.core.recvWindow", CoreSettings.LEAST_WINDOW_MS, CoreSettings.MOST_WINDOW_MS)),
            new MarketSettings(
                recording.isEmpty() ? null : Path.of(recording),
                r.choice("utl.market.atEnd", AtEnd.class, AtEnd.HOLD),
                r.whole("utl.market.seed", Long.MIN_VALUE, Long.MAX_VALUE),
                venueLimits(r)),
            limits(r),
            fix(r, bind),
            reference(r),
            new DemoSettings(r.amount("utl.demo.quoteAmount"), r.amount("utl.demo.baseAmount"),
                r.integer("utl.demo.readyTimeout", 1, DemoSettings.MOST_READY_SECONDS)),
            venues(r),
            new LogSettings(r.choice("utl.log.format", LogSettings.Format.class, LogSettings.Format.TEXT),
                r.choice("utl.log.level", LogSettings.Level.class, LogSettings.Level.WARN)));
    }

    private FixSettings fix(final SettingsReader r, final String bind)
    {
        final List<FixSettings.SessionSettings> sessions = new ArrayList<>();
        for (final SettingsReader each : r.objects("utl.fix.sessions"))
        {
            each.only("compId", "account", "password", "readOnly");
            final String compId = each.name("compId", ReferenceSeed.ACCOUNT_LENGTH);
            sessions.add(new FixSettings.SessionSettings(compId,
                each.name("account", ReferenceSeed.ACCOUNT_LENGTH, compId),
                each.name("password", ReferenceSeed.ACCOUNT_LENGTH),
                each.flag("readOnly", false)));
        }
        if (!sessions.isEmpty() && !loopback(bind))
        {
            r.problem("utl.bind", bind, "sessions with a password are accepted on loopback only; " +
                "bind 127.0.0.1 or remove utl.fix.sessions");
        }
        return new FixSettings(
            r.choice("utl.fix.clientReset", ClientReset.class, ClientReset.NEVER), sessions);
    }

    private static ReferenceSeed reference(final SettingsReader r)
    {
        final List<ReferenceSeed.Asset> assets = new ArrayList<>();
        for (final SettingsReader each : r.objects("utl.reference.assets"))
        {
            each.only("name", "decimals");
            assets.add(new ReferenceSeed.Asset(each.name("name", ReferenceSeed.ASSET_LENGTH),
                each.integer("decimals", 0, ReferenceSeed.MOST_DECIMALS)));
        }
        final List<ReferenceSeed.Account> accounts = new ArrayList<>();
        for (final SettingsReader each : r.objects("utl.reference.accounts"))
        {
            each.only("name", "entity", "kind", "feePolicy", "oversell");
            accounts.add(new ReferenceSeed.Account(each.name("name", ReferenceSeed.ACCOUNT_LENGTH),
                each.name("entity", ReferenceSeed.ENTITY_LENGTH),
                each.choice("kind", AccountKind.class, AccountKind.CLIENT),
                each.choice("feePolicy", FeePolicy.class, FeePolicy.EXPENSE),
                each.choice("oversell", Oversell.class, Oversell.REJECT)));
        }
        final List<ReferenceSeed.Book> books = new ArrayList<>();
        for (final SettingsReader each : r.objects("utl.reference.books"))
        {
            each.only("account", "book", "entity");
            books.add(new ReferenceSeed.Book(each.name("account", ReferenceSeed.ACCOUNT_LENGTH),
                each.name("book", ReferenceSeed.BOOK_LENGTH), each.name("entity", ReferenceSeed.ENTITY_LENGTH)));
        }
        final List<ReferenceSeed.Limit> limits = new ArrayList<>();
        for (final SettingsReader each : r.objects("utl.reference.limits"))
        {
            each.only("kind", "value", "account", "symbol");
            limits.add(new ReferenceSeed.Limit(each.choice("kind", LimitKind.class, LimitKind.NULL_VAL),
                each.amount("value"), each.name("account", ReferenceSeed.ACCOUNT_LENGTH, ""),
                each.name("symbol", ReferenceSeed.SYMBOL_LENGTH, "")));
        }
        return new ReferenceSeed(assets, accounts, books, limits);
    }

    private List<VenueSettings> venues(final SettingsReader r)
    {
        final List<VenueSettings> venues = new ArrayList<>();
        for (final SettingsReader each : r.objects("utl.venues"))
        {
            each.only("name", "rest", "stream", "orders", "key", "secretFile", "symbols");
            venues.add(new VenueSettings(each.name("name", ReferenceSeed.ASSET_LENGTH), uri(each, "rest"),
                uri(each, "stream"), uri(each, "orders"), each.name("key", PATH_LENGTH), path(each, "secretFile"),
                each.texts("symbols")));
        }
        return venues;
    }

    private static URI uri(final SettingsReader r, final String key)
    {
        final String value = r.name(key, PATH_LENGTH);
        try
        {
            return URI.create(value);
        }
        catch (final IllegalArgumentException e)
        {
            r.problem(key, value, "must be an address such as https://host:port");
            return URI.create("https://invalid");
        }
    }

    private static Path path(final SettingsReader r, final String key)
    {
        final String value = r.text(key, PATH_LENGTH);
        if (value.isEmpty() || value.indexOf('\0') >= 0)
        {
            r.problem(key, value, "must name a file or directory");
            return Path.of(".");
        }
        return Path.of(value);
    }

    private static int port(final SettingsReader r, final String key)
    {
        return r.integer(key, 0, PortSettings.HIGHEST);
    }

    private static int block(final SettingsReader r)
    {
        final String key = "utl.journal.block";
        final int value = (int)r.bytes(key, JournalSettings.LEAST_BLOCK, JournalSettings.MOST_BLOCK);
        return powerOfTwo(r, key, value, JournalSettings.LEAST_BLOCK);
    }

    private static int slots(final SettingsReader r, final String key, final int least)
    {
        return powerOfTwo(r, key, r.integer(key, least, PipelineSettings.MOST_SLOTS), least);
    }

    private static int powerOfTwo(final SettingsReader r, final String key, final int value, final int least)
    {
        if (Integer.bitCount(value) != 1)
        {
            r.problem(key, Integer.toString(value), "must be a power of two");
            return least;
        }
        return value;
    }

    private static boolean venueLimits(final SettingsReader r)
    {
        final String value = r.text("utl.sim.limits", PATH_LENGTH);
        if (!value.equals(OFF) && !value.equals("venue"))
        {
            r.problem("utl.sim.limits", value, "must be venue or off");
        }
        return value.equals("venue");
    }

    private static LimitSettings limits(final SettingsReader r)
    {
        final String requests = r.text("utl.limits.requests", PATH_LENGTH);
        if (!requests.equals(OFF))
        {
            r.problem("utl.limits.requests", requests, "must be off; message limits are not offered yet");
        }
        return new LimitSettings(r.integer("utl.limits.connectionsPerAddress", 1, LimitSettings.MOST_CONNECTIONS));
    }

    private static boolean loopback(final String bind)
    {
        try
        {
            return InetAddress.getByName(bind).isLoopbackAddress();
        }
        catch (final UnknownHostException e)
        {
            return false;
        }
    }
}
