package io.utl.gateway.rest;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which resource answers which method of which path; anything else is told what there is instead.
 * <p>
 * Thread: filled by one, then read by any.
 */
public final class Routes
{
    private final Map<String, Map<String, HttpResource>> resources = new TreeMap<>();

    /** Adds a resource; returns this. */
    public Routes add(final String method, final String path, final HttpResource resource)
    {
        resources.computeIfAbsent(path, key -> new TreeMap<>()).put(method, resource);
        return this;
    }

    /** The resource, or one that refuses with 404 or 405. */
    HttpResource find(final String method, final String path)
    {
        final Map<String, HttpResource> methods = resources.get(path);
        if (methods == null)
        {
            return (request, reply) -> reply.accept(HttpAnswer.problem(404, "UNKNOWN_ROUTE",
                "no such path here; there is " + String.join(", ", resources.keySet())));
        }
        final HttpResource resource = methods.get(method);
        if (resource == null)
        {
            return (request, reply) -> reply.accept(HttpAnswer.problem(405, "METHOD_NOT_ALLOWED",
                "this path takes " + String.join(", ", methods.keySet())));
        }
        return resource;
    }
}
