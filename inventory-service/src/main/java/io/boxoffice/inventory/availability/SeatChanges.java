package io.boxoffice.inventory.availability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.inventory.follow.Following;
import java.time.Duration;
import java.util.UUID;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Told after each commit that changed seats. The first change renews the event's picture at once; those that follow within a
 * moment share one renewal at its end, since a rush changes seats faster than pictures can be taken.
 */
@Component
public class SeatChanges {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Availabilities availabilities;
    private final Following following;
    private final TaskScheduler scheduler;
    private final long intervalNanos;
    private final Cache<UUID, Pace> paces =
            Caffeine.newBuilder().expireAfterAccess(REMEMBERED).build();

    SeatChanges(
            Availabilities availabilities,
            Following following,
            AvailabilityProperties properties,
            TaskScheduler scheduler) {
        this.availabilities = availabilities;
        this.following = following;
        this.scheduler = scheduler;
        this.intervalNanos = properties.availabilityRefresh().toNanos();
    }

    /** Seats of this event changed, committed. */
    public void of(UUID event) {
        following.changed(event);
        var pace = paces.get(event, _ -> new Pace(System.nanoTime() - intervalNanos));
        long wait = pace.ask(System.nanoTime(), intervalNanos);
        if (wait == Pace.NOW) {
            availabilities.changed(event);
        } else if (wait != Pace.ALREADY_COMING) {
            scheduler.schedule(
                    () -> {
                        pace.begin(System.nanoTime());
                        availabilities.changed(event);
                    },
                    scheduler.getClock().instant().plusNanos(wait));
        }
    }
}
