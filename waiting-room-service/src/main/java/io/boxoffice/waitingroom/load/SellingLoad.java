package io.boxoffice.waitingroom.load;

import io.boxoffice.common.messaging.Incoming;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What those that sell have told of themselves in the last seconds, by instance. Others' load is none of the line's business. */
@Component
public class SellingLoad {
    private static final Set<String> SELLING = Set.of("inventory", "payment", "gateway");
    private static final double MILLIS = 1_000.0;
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Map<String, List<Heard>> instances = new ConcurrentHashMap<>();
    private final Limits limits;
    private final InstantSource clock;
    private volatile Instant last;

    private record Heard(Instant at, LoadReported said) {}

    SellingLoad(Limits limits, InstantSource clock, MeterRegistry metrics) {
        this.limits = limits;
        this.clock = clock;
        this.last = clock.instant();
        Gauge.builder("boxoffice.load.age", () -> age(clock.instant()).toMillis() / MILLIS)
                .baseUnit("seconds")
                .description("Since one of those that sell was heard")
                .register(metrics);
    }

    /** Takes one message of {@code boxoffice.load}. */
    void hear(Incoming message) {
        if (message.name().equals("LoadReported")) {
            var said = message.as(LoadReported.class);
            if (SELLING.contains(said.service())) {
                var heard = new Heard(clock.instant(), said);
                last = heard.at();
                instances.merge(said.service() + "-" + said.instance(), List.of(heard), SellingLoad::appended);
            }
        }
    }

    private static List<Heard> appended(List<Heard> before, List<Heard> next) {
        var since = next.getLast().at().minus(KEPT);
        return Stream.concat(before.stream().filter(heard -> heard.at().isAfter(since)), next.stream())
                .toList();
    }

    private Duration age(Instant now) {
        return Duration.between(last, now);
    }

    /** How hard they are pressed; empty when none of them was heard for seconds. */
    public Optional<Strain> now() {
        var now = clock.instant();
        var since = now.minus(KEPT);
        instances.values().removeIf(reports -> !reports.getLast().at().isAfter(since));
        var loads = new ArrayList<InstanceLoad>();
        for (var reports : instances.values()) {
            loads.add(InstanceLoad.of(reports.stream()
                    .filter(heard -> heard.at().isAfter(since))
                    .map(Heard::said)
                    .toList()));
        }
        return loads.isEmpty() ? Optional.empty() : Optional.of(Strain.of(age(now), loads, limits));
    }
}
