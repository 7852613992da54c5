package io.boxoffice.fraud.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.fraud.Fraud;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class VerdictRaceIT extends Fraud {
    @Autowired
    MeterRegistry metrics;

    private double changes() {
        return metrics.counter("boxoffice.bot.decisions", "decision", "challenge", "layer", "score")
                .count();
    }

    @Test
    void aVerdictChangesOnceHoweverManyJudgeAtTheSameTime() throws Exception {
        var farm = "farm-" + event;
        for (int i = 0; i < 9; i++) {
            assess(UUID.randomUUID(), farm).expectStatus().isOk();
        }
        var before = changes();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Stream.generate(() -> (Callable<String>) () -> decision(assess(fan, farm)))
                    .limit(16)
                    .toList());
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.resultNow()).isEqualTo("CHALLENGE"));
        }
        assertThat(changes() - before).isOne();
        assertThat(decision(account(fan))).isEqualTo("CHALLENGE");
    }
}
