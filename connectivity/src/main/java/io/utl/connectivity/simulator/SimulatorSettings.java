package io.utl.connectivity.simulator;

import io.utl.codecs.amount.Amount;
import io.utl.config.settings.AtEnd;
import io.utl.connectivity.simulator.match.FeeAsset;
import io.utl.connectivity.simulator.match.FeeSchedule;
import io.utl.connectivity.simulator.wire.ApiKey;
import io.utl.connectivity.transport.server.ServerSettings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of a {@link VenueSimulator}; built once, then never changed: for any thread.
 * <p>
 * Defaults: no market file (synthetic, seed 1), recorded pace, fees of 0.1 % in the received asset, 1,000,000,000 of
 * every asset, limits off, hold at the end, records handed to the operating system but not forced, pings as documented.
 */
public final class SimulatorSettings
{
    private final Builder values;

    private SimulatorSettings(final Builder values)
    {
        this.values = values;
    }

    /** @param dataDirectory the data directory; the venue keeps its memory in {@code venue} below it. */
    public static Builder builder(final Path dataDirectory)
    {
        return new Builder(dataDirectory);
    }

    Path memoryDirectory()
    {
        return values.dataDirectory.resolve("venue");
    }

    /** Null for the synthetic market. */
    Path marketFile()
    {
        return values.marketFile;
    }

    long seed()
    {
        return values.seed;
    }

    double speed()
    {
        return values.speed;
    }

    AtEnd atEnd()
    {
        return values.atEnd;
    }

    Limits limits()
    {
        return values.limits;
    }

    FeeSchedule fees()
    {
        return new FeeSchedule(
            Amount.of(values.makerRate), Amount.of(values.takerRate), values.feeAsset, Amount.of(values.bnbPrice));
    }

    Amount startBalance(final String asset)
    {
        return Amount.of(values.balances.getOrDefault(asset, values.defaultBalance));
    }

    List<ApiKey> keys()
    {
        return List.copyOf(values.keys);
    }

    boolean force()
    {
        return values.force;
    }

    ServerSettings server()
    {
        return values.server;
    }

    /** Collects settings; each call replaces what the same call said before. Thread: one. */
    public static final class Builder
    {
        private final Path dataDirectory;
        private final Map<String, String> balances = new HashMap<>();
        private final List<ApiKey> keys = new ArrayList<>();
        private Path marketFile;
        private long seed = 1;
        private double speed = 1.0;
        private AtEnd atEnd = AtEnd.HOLD;
        private Limits limits = Limits.OFF;
        private String makerRate = "0.001";
        private String takerRate = "0.001";
        private FeeAsset feeAsset = FeeAsset.RECEIVED;
        private String bnbPrice = "600";
        private String defaultBalance = "1000000000";
        private boolean force;
        private ServerSettings server = ServerSettings.defaults();

        private Builder(final Path dataDirectory)
        {
            this.dataDirectory = dataDirectory;
        }

        /** The recording; null for the synthetic market. */
        public Builder marketFile(final Path file)
        {
            marketFile = file;
            return this;
        }

        /** Seed of the synthetic market. */
        public Builder seed(final long value)
        {
            seed = value;
            return this;
        }

        /** Recorded seconds per second; 0 holds market and feed, for {@link VenueSimulator#advance}. */
        public Builder speed(final double value)
        {
            if (!(value >= 0 && value <= 1_000_000))
            {
                throw new IllegalArgumentException("speed is " + value + "; it has to be from 0 to 1000000");
            }
            speed = value;
            return this;
        }

        public Builder atEnd(final AtEnd value)
        {
            atEnd = value;
            return this;
        }

        public Builder limits(final Limits value)
        {
            limits = value;
            return this;
        }

        /** Commission as fractions, such as {@code 0.001} for 0.1 %. */
        public Builder fees(final String maker, final String taker)
        {
            makerRate = maker;
            takerRate = taker;
            return this;
        }

        public Builder feeAsset(final FeeAsset value)
        {
            feeAsset = value;
            return this;
        }

        /** Quote for one BNB where the commission is taken in BNB. */
        public Builder bnbPrice(final String value)
        {
            bnbPrice = value;
            return this;
        }

        /** Balance of {@code asset} before anything was traded in this data directory. */
        public Builder balance(final String asset, final String amount)
        {
            balances.put(asset, amount);
            return this;
        }

        /** Start balance of every asset that is not named. */
        public Builder defaultBalance(final String amount)
        {
            defaultBalance = amount;
            return this;
        }

        /** One more key of the account. */
        public Builder key(final ApiKey key)
        {
            keys.add(key);
            return this;
        }

        /** True to force each write to the disk, so that the memory outlives a loss of power. */
        public Builder force(final boolean value)
        {
            force = value;
            return this;
        }

        /** How often sockets are pinged and how long a pong may take, in milliseconds. */
        public Builder ping(final long intervalMs, final long timeoutMs)
        {
            server = server.withPing(intervalMs, timeoutMs);
            return this;
        }

        /** Unsent bytes at which a slow reader is disconnected. */
        public Builder maxQueuedBytes(final int bytes)
        {
            server = server.withMaxQueuedBytes(bytes);
            return this;
        }

        public SimulatorSettings build()
        {
            final Builder copy = new Builder(dataDirectory);
            copy.balances.putAll(balances);
            copy.keys.addAll(keys);
            copy.marketFile = marketFile;
            copy.seed = seed;
            copy.speed = speed;
            copy.atEnd = atEnd;
            copy.limits = limits;
            copy.makerRate = makerRate;
            copy.takerRate = takerRate;
            copy.feeAsset = feeAsset;
            copy.bnbPrice = bnbPrice;
            copy.defaultBalance = defaultBalance;
            copy.force = force;
            copy.server = server;
            return new SimulatorSettings(copy);
        }
    }
}
