package io.utl.gateway.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Readiness: a list of named parts, each ready or not and why.
 * <p>
 * Thread: any; a probe runs on the asker's thread and must not wait.
 */
public final class Health
{
    private final Map<String, Supplier<String>> probes = new LinkedHashMap<>();

    /** @param probe null when ready, else one short phrase that says what is missing. */
    public synchronized Health part(final String name, final Supplier<String> probe)
    {
        probes.put(name, probe);
        return this;
    }

    /** One line a part: {@code [+]journal ok} or {@code [-]venue BINANCE: connecting}. */
    public synchronized List<String> lines()
    {
        final List<String> lines = new ArrayList<>();
        probes.forEach((name, probe) ->
        {
            final String missing = probe.get();
            lines.add(missing == null ? "[+]" + name + " ok" : "[-]" + name + ": " + missing);
        });
        return lines;
    }

    /** True when every part is ready. */
    public synchronized boolean ready()
    {
        return probes.values().stream().allMatch(probe -> probe.get() == null);
    }
}
