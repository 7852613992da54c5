package io.boxoffice.fleet.provider.webhook;

import io.boxoffice.fleet.provider.books.Unsent;
import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * An event on its way.
 *
 * @param faulted whether a fault has had its chance; it gets one per event
 * @param attempts how often it was sent in vain
 * @param since when the first attempt was due
 * @param due when it is to be sent, by the machine's running clock
 */
record Delivery(Unsent event, boolean faulted, int attempts, long since, long due) implements Delayed {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GIVE_UP = Duration.ofMinutes(15);

    static Delivery now(Unsent event) {
        long now = System.nanoTime();
        return new Delivery(event, false, 0, now, now);
    }

    Delivery pastFaults(Duration pause) {
        return new Delivery(event, true, attempts, since, System.nanoTime() + pause.toNanos());
    }

    Delivery again() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        var capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return new Delivery(event, true, attempts + 1, since, System.nanoTime() + capped.toNanos());
    }

    boolean isHopeless() {
        return System.nanoTime() - since > GIVE_UP.toNanos();
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
