package io.utl.connectivity.simulator.wire;

import io.utl.connectivity.simulator.match.VenueError;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of the venue's one account. Thread: any; never changed after construction. */
final class KeyRing
{
    private static final int LONGEST = 128;

    private final Map<String, ApiKey> keys = new HashMap<>();

    KeyRing(final List<ApiKey> keys)
    {
        keys.forEach(key -> this.keys.put(key.name(), key));
    }

    /** The key of this name; errors -2014 for no name at all, -2015 for one that is unknown, both with status 401. */
    ApiKey key(final String name)
    {
        if (name == null || name.isEmpty() || name.length() > LONGEST)
        {
            throw new VenueError(401, -2014, "API-key format invalid.");
        }
        final ApiKey key = keys.get(name);
        if (key == null)
        {
            throw rejected();
        }
        return key;
    }

    boolean verifies(final String name, final String payload, final String signature)
    {
        final ApiKey key = name == null ? null : keys.get(name);
        return key != null && key.verifies(payload, signature);
    }

    static VenueError rejected()
    {
        return new VenueError(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }
}
