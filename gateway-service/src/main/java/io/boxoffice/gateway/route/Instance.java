package io.boxoffice.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance of a service, as this gateway has found it. */
final class Instance {

    /** How often one request finds out whether an instance that was left out accepts connections again. */
    static final Duration TRIED_EVERY = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Instance.class);
    private static final long WELL = 0;

    private final String origin;
    private final AtomicInteger waiting = new AtomicInteger();

    /** When it is tried again (epoch milliseconds), or {@link #WELL}. */
    private final AtomicLong leftOutUntil = new AtomicLong(WELL);

    Instance(URI address) {
        origin = address.getScheme() + "://" + address.getRawAuthority();
    }

    /** The same path and query here. */
    URI place(URI target) {
        var query = target.getRawQuery();
        return URI.create(origin + target.getRawPath() + (query == null ? "" : "?" + query));
    }

    boolean isWell() {
        return leftOutUntil.get() == WELL;
    }

    /** How many requests wait for its answer. */
    int waiting() {
        return waiting.get();
    }

    void asked() {
        waiting.incrementAndGet();
    }

    void done() {
        waiting.decrementAndGet();
    }

    /** Whether the caller is the one who tries it again now. */
    boolean isToBeTried(long now) {
        var until = leftOutUntil.get();
        return until != WELL && until <= now && leftOutUntil.compareAndSet(until, now + TRIED_EVERY.toMillis());
    }

    void answered() {
        if (leftOutUntil.get() != WELL && leftOutUntil.getAndSet(WELL) != WELL) {
            log.atInfo().addKeyValue("instance", origin).log("instance taken back");
        }
    }

    void leaveOut(long now, Throwable reason) {
        if (leftOutUntil.getAndSet(now + TRIED_EVERY.toMillis()) == WELL) {
            log.atWarn()
                    .addKeyValue("instance", origin)
                    .addKeyValue("reason", reason.toString())
                    .log("instance left out");
        }
    }
}
