package io.boxoffice.common.load;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches the requests we serve, on servlets as on WebFlux, where Spring observes them already. Streams last as long as somebody
 * looks, and the management's requests are nobody's wait: neither counts.
 */
final class RequestWindow implements ObservationHandler<Observation.Context> {
    private static final String REQUESTS = "http.server.requests";
    private static final String STREAM = "/stream";
    private static final String MANAGEMENT = "/actuator";

    private final Latencies latencies = new Latencies();
    private final AtomicLong failed = new AtomicLong();

    private record Started(long nanos) {}

    /** What was answered since the last look. */
    record Seen(long requests, long p95Ms, double errorRatio) {}

    @Override
    public boolean supportsContext(Observation.Context context) {
        // it has no name before it starts
        return context instanceof RequestReplyReceiverContext<?, ?>;
    }

    @Override
    public void onStart(Observation.Context context) {
        context.put(Started.class, new Started(System.nanoTime()));
    }

    @Override
    public void onStop(Observation.Context context) {
        Started started = context.get(Started.class);
        if (started == null || isLeftOut(context)) {
            return;
        }
        latencies.record(System.nanoTime() - started.nanos());
        var outcome = context.getLowCardinalityKeyValue("outcome");
        if (outcome != null && outcome.getValue().equals("SERVER_ERROR")) {
            failed.incrementAndGet();
        }
    }

    private static boolean isLeftOut(Observation.Context context) {
        var path = context.getHighCardinalityKeyValue("http.url");
        return !REQUESTS.equals(context.getName())
                || path != null
                        && (path.getValue().endsWith(STREAM) || path.getValue().startsWith(MANAGEMENT));
    }

    /** Starts the next window. */
    Seen drain() {
        var failures = failed.getAndSet(0);
        var window = latencies.drain();
        var ratio = window.count() == 0 ? 0 : Math.min(1, failures / (double) window.count());
        return new Seen(window.count(), Math.ceilDiv(window.p95Micros(), 1_000), ratio);
    }
}
