package io.boxoffice.waitingroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.redis.TestLine;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many instances adapt the rate of one line at once: together they take one step a second. */
class AdaptRaceIT {
    private static final int INSTANCES = 16;
    private static final int STEPS = 3;

    private final TestLine line = new TestLine();
    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void allInstancesTogetherTakeOneStepASecond() throws Exception {
        line.join(UUID.randomUUID());
        long began = line.status().number(0);
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < INSTANCES; i++) {
                work.add(threads.submit(this::adaptUntilThreeSteps));
            }
            for (var each : work) {
                each.get();
            }
        }

        long passed = line.status().number(0) - began;
        assertThat(steps.get()).isBetween(STEPS, STEPS + INSTANCES);
        assertThat(steps.get() - 1L).isLessThanOrEqualTo(passed / 1_000);
        // opened with 150, then lowered once: the second step is too soon after it
        assertThat(line.status().word(5)).isEqualTo("75");
        assertThat(line.toldNames().stream().filter("AdmissionRateChanged"::equals))
                .hasSize(2);
    }

    private void adaptUntilThreeSteps() {
        while (steps.get() < STEPS) {
            var said = line.run("control/adapt", "AUTO", 600, 1_000, 60, 30_000, 0, 4, 0, "payment errors 20 %");
            if (!said.word(0).equals("NOT_YET")) {
                steps.incrementAndGet();
            }
        }
    }
}
