package io.boxoffice.waitingroom.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How hard those that sell are pressed.
 *
 * @param age of the last report that was heard
 * @param worst the worst signal of any of them, as a share of its limit; above 1 is overload
 * @param full whether processors are full, which alone is no overload
 */
public record Strain(Duration age, Signal worst, boolean full) {

    /**
     * One signal of one instance.
     *
     * @param ofLimit as a share of its limit
     * @param what for people, e.g. {@code inventory p95 812 ms}
     */
    public record Signal(double ofLimit, String what) {}

    static Strain of(Duration age, List<InstanceLoad> instances, Limits limits) {
        var worst = instances.stream()
                .flatMap(instance -> limits.judge(instance).stream())
                .max(Comparator.comparingDouble(Signal::ofLimit))
                .orElseThrow();
        return new Strain(age, worst, instances.stream().anyMatch(limits::isFull));
    }
}
