package io.boxoffice.common.load;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** What this process stands on: its connection pools, as they measure themselves, and the processors. */
final class Machine {
    private static final String POOL = "pool";

    private final MeterRegistry metrics;
    private final @Nullable OperatingSystemMXBean system;

    Machine(MeterRegistry metrics) {
        this.metrics = metrics;
        this.system =
                ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known ? known : null;
    }

    /** Of the machine, or of the container's share of it; 0 while unknown. */
    double cpu() {
        return system == null ? 0 : Math.clamp(known(system.getCpuLoad()), 0.0, 1.0);
    }

    /** Of the fullest pool; 0 without any. */
    double poolSaturation() {
        var wanted = new HashMap<String, Double>();
        for (var figure : new String[] {"hikaricp.connections.active", "hikaricp.connections.pending"}) {
            gauges(figure).forEach(gauge -> wanted.merge(pool(gauge), known(gauge.value()), Double::sum));
        }
        return gauges("hikaricp.connections.max").stream()
                .filter(size -> size.value() > 0)
                .mapToDouble(size -> Math.min(1, wanted.getOrDefault(pool(size), 0.0) / size.value()))
                .max()
                .orElse(0);
    }

    private Collection<Gauge> gauges(String name) {
        return metrics.find(name).gauges();
    }

    private static String pool(Gauge gauge) {
        var name = gauge.getId().getTag(POOL);
        return name == null ? "" : name;
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
