package io.boxoffice.common.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MachineTests {
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Machine machine = new Machine(metrics);

    private void pool(String name, int active, int pending, int max) {
        var tags = Tags.of("pool", name);
        metrics.gauge("hikaricp.connections.active", tags, active);
        metrics.gauge("hikaricp.connections.pending", tags, pending);
        metrics.gauge("hikaricp.connections.max", tags, max);
    }

    @Test
    void theFullestPoolCounts() {
        assertThat(machine.poolSaturation()).isZero();

        pool("directory", 1, 0, 10);
        pool("shard-1", 4, 2, 8);
        assertThat(machine.poolSaturation()).isEqualTo(0.75);

        pool("shard-2", 8, 30, 8);
        assertThat(machine.poolSaturation()).isOne();
    }

    @Test
    void theProcessorsAreAShare() {
        assertThat(machine.cpu()).isBetween(0.0, 1.0);
    }
}
