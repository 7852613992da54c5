package io.boxoffice.gateway.route;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one service. The one with the fewest unanswered requests is next, so that a slow or frozen one gets little;
 * one that refuses connections is left out until a request, one a second, finds that it accepts them again.
 */
final class Instances {

    private final List<Instance> all;
    private final InstantSource clock;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<URI> addresses, InstantSource clock) {
        this.all = addresses.stream().map(Instance::new).toList();
        this.clock = clock;
    }

    /** Whom to ask, beside those asked already; nobody is left when all were. When all are left out, all are tried. */
    Optional<Instance> next(Collection<Instance> asked) {
        var now = clock.millis();
        var start = Math.floorMod(turn.getAndIncrement(), all.size());
        @Nullable Instance best = null;
        for (var i = 0; i < all.size(); i++) {
            var instance = all.get((start + i) % all.size());
            if (asked.contains(instance)) {
                continue;
            }
            if (instance.isToBeTried(now)) {
                return Optional.of(instance);
            }
            if (best == null || isBetter(instance, best)) {
                best = instance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(Instance instance, Instance other) {
        return instance.isWell() == other.isWell() ? instance.waiting() < other.waiting() : instance.isWell();
    }

    void leaveOut(Instance instance, Throwable reason) {
        instance.leaveOut(clock.millis(), reason);
    }
}
