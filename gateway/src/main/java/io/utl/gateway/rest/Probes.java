package io.utl.gateway.rest;

import io.utl.gateway.observe.Health;
import io.utl.gateway.observe.Metrics;
import java.nio.charset.StandardCharsets;

/**
 * The probes of an orchestrator and the scrape of a collector.
 * <p>
 * Thread: any event loop; none of them waits. Source: Kubernetes API health endpoints; Prometheus text format 0.0.4.
 */
public final class Probes
{
    private static final int NOT_READY = 503;

    private Probes()
    {
    }

    /** {@code /livez}, {@code /readyz} (with {@code ?verbose} each part) and {@code /metrics}. */
    public static Routes routes(final Health health, final Metrics metrics)
    {
        return new Routes()
            .add("GET", "/livez", (request, reply) -> reply.accept(HttpAnswer.text(200, "ok\n")))
            .add("GET", "/readyz", (request, reply) ->
                reply.accept(ready(health, request.query().containsKey("verbose"))))
            .add("GET", "/metrics", (request, reply) -> reply.accept(new HttpAnswer(200,
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.scrape().getBytes(StandardCharsets.UTF_8))));
    }

    private static HttpAnswer ready(final Health health, final boolean verbose)
    {
        final boolean ready = health.ready();
        final String outcome = ready ? "ready\n" : "not ready\n";
        final String body = verbose || !ready ? String.join("\n", health.lines()) + "\n" + outcome : outcome;
        return HttpAnswer.text(ready ? 200 : NOT_READY, body);
    }
}
