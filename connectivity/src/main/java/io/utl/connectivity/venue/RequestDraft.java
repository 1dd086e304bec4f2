package io.utl.connectivity.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request before it is signed: what is asked, and its parameters in the order given. Values are not encoded yet.
 * Thread: whoever builds it.
 */
public final class RequestDraft
{
    private final String method;
    private final String path;
    private final List<Map.Entry<String, String>> params = new ArrayList<>();

    /**
     * @param method HTTP method, or the name of a WebSocket request.
     * @param path   HTTP path; empty for a WebSocket request.
     */
    public RequestDraft(final String method, final String path)
    {
        this.method = method;
        this.path = path;
    }

    /** Adds a parameter; an empty or absent value adds nothing. */
    public RequestDraft param(final String name, final Object value)
    {
        if (value != null && !value.toString().isEmpty())
        {
            params.add(Map.entry(name, value.toString()));
        }
        return this;
    }

    public String method()
    {
        return method;
    }

    public String path()
    {
        return path;
    }

    /** In the order added. */
    public List<Map.Entry<String, String>> params()
    {
        return List.copyOf(params);
    }
}
