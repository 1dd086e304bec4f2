package io.utl.connectivity.simulator.wire;

import io.utl.codecs.amount.Amount;
import io.utl.codecs.amount.AmountRangeException;
import io.utl.connectivity.simulator.match.VenueError;
import io.utl.connectivity.simulator.memory.VenueMemoryException;
import io.utl.connectivity.simulator.wire.VenueMethod.Call;
import io.utl.connectivity.simulator.wire.VenueMethod.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Takes each request onto the matching thread: counts it, checks names, key, time and signature, calls its method, and
 * puts the answer into the outbox, which leaves only once the memory is flushed.
 * Source: "Request security" and "Timing security", July 2026.
 */
final class RequestDesk implements RequestPort
{
    private static final Logger LOG = LoggerFactory.getLogger(RequestDesk.class);
    private static final Set<String> COMMON = Set.of("returnRateLimits");
    private static final Set<String> SIGNING = Set.of("apiKey", "signature", "timestamp", "recvWindow");
    private static final Amount WINDOW_MAX = Amount.of("60000");
    private static final long WINDOW_DEFAULT_MS = 5_000;
    private static final long AHEAD_MS = 1_000;
    private static final long MICROSECONDS_FROM = 100_000_000_000_000L;

    private final Map<String, VenueMethod> methods = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final MatchingQueue queue;
    private final KeyRing keys;
    private final RateMeter meter;
    private final Outbox outbox;
    private final LongSupplier clockMs;

    RequestDesk(
        final MatchingQueue queue, final KeyRing keys, final RateMeter meter, final Outbox outbox,
        final LongSupplier clockMs)
    {
        this.queue = queue;
        this.keys = keys;
        this.meter = meter;
        this.outbox = outbox;
        this.clockMs = clockMs;
    }

    void register(final VenueMethod method)
    {
        methods.put(method.name(), method);
        final Set<String> known = new HashSet<>(method.params());
        known.addAll(COMMON);
        if (method.security() != Security.NONE)
        {
            known.addAll(SIGNING);
        }
        names.put(method.name(), known);
    }

    @Override
    public void submit(final VenueRequest request)
    {
        if (!queue.offer(() -> run(request)))
        {
            request.reply().error(new VenueError(503, -1008,
                "Server is currently overloaded with other requests. Please try again in a few minutes."), null, null);
        }
    }

    private void run(final VenueRequest request)
    {
        final long nowMs = clockMs.getAsLong();
        final VenueMethod method = methods.get(request.method());
        if (method == null)
        {
            refuse(request, new VenueError(-1020, "This operation is not supported."), outbox.size(),
                meter.usage(false, nowMs));
            return;
        }
        // The answer goes out before the events of what it answers.
        final int place = outbox.size();
        meter.count(method.weight().applyAsInt(request.params()), method.places(), nowMs);
        try
        {
            meter.check(method.places());
            request.params().only(names.get(method.name()));
            final ApiKey key = authorize(method.security(), request, nowMs);
            final String json = method.handler().handle(new Call(request.params(), nowMs, key, request.session()));
            final Usage usage = meter.usage(method.places(), nowMs);
            outbox.add(place, () -> request.reply().result(json, usage));
        }
        catch (final VenueMemoryException e)
        {
            throw e;
        }
        catch (final VenueError e)
        {
            refuse(request, e, place, meter.usage(method.places(), nowMs));
        }
        catch (final AmountRangeException e)
        {
            refuse(
                request, new VenueError(-1108, "Parameter overflowed."), place, meter.usage(method.places(), nowMs));
        }
        catch (final RuntimeException e)
        {
            LOG.error("request {} failed inside the embedded venue", request.method(), e);
            refuse(request, new VenueError(500, -1000, "An unknown error occurred while processing the request."),
                place, meter.usage(method.places(), nowMs));
        }
    }

    private void refuse(final VenueRequest request, final VenueError error, final int place, final Usage usage)
    {
        final String data = error instanceof VenueFailure failure ? failure.data() : null;
        outbox.add(place, () -> request.reply().error(error, data, usage));
    }

    private ApiKey authorize(final Security security, final VenueRequest request, final long nowMs)
    {
        final ApiKey loggedOn = request.session() == null ? null : request.session().key();
        if (security == Security.NONE)
        {
            return null;
        }
        if (security == Security.SESSION)
        {
            if (loggedOn == null)
            {
                throw KeyRing.rejected();
            }
            return loggedOn;
        }
        final Credentials credentials = request.credentials();
        if (security == Security.SIGNED && loggedOn != null && credentials.key() == null && !credentials.signed())
        {
            inTime(request.params(), nowMs);
            return loggedOn;
        }
        if (request.session() != null)
        {
            request.params().mandatory("apiKey");
        }
        final ApiKey key = keys.key(credentials.key());
        inTime(request.params(), nowMs);
        if (!credentials.signed())
        {
            throw VenueError.mandatory("signature");
        }
        if (!credentials.verified())
        {
            throw new VenueError(-1022, "Signature for this request is not valid.");
        }
        return key;
    }

    private static void inTime(final Params params, final long nowMs)
    {
        params.mandatory("timestamp");
        final long sent = params.number("timestamp");
        final long sentMs = sent >= MICROSECONDS_FROM ? sent / 1_000 : sent;
        final Amount window = params.decimal("recvWindow");
        if (window != null && window.compareTo(WINDOW_MAX) > 0)
        {
            throw new VenueError(-1102, "'recvWindow' contains unexpected value. Cannot be greater than 60000.");
        }
        if (sentMs >= nowMs + AHEAD_MS)
        {
            throw new VenueError(
                -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        }
        final Amount age = new Amount().setUnits(nowMs - sentMs);
        final Amount allowed = window == null ? new Amount().setUnits(WINDOW_DEFAULT_MS) : window;
        if (age.compareTo(allowed) > 0)
        {
            throw new VenueError(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
    }
}
