package io.boxoffice.common.load;

import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the load, on a thread of its own: Kafka's producer waits while its broker is away, and nobody else may. What cannot be
 * told in time is dropped; silence is a message too.
 */
final class LoadReporter implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LoadReporter.class);
    private static final Duration REOPEN_AFTER = Duration.ofSeconds(2);
    private static final double THOUSANDTHS = 1_000.0;

    private final String service;
    private final String instance;
    private final Duration every;
    private final LoadTopic topic;
    private final RequestWindow requests;
    private final Machine machine;
    private final InstantSource clock;
    private volatile boolean running;

    LoadReporter(
            String service,
            String instance,
            Duration every,
            LoadTopic topic,
            RequestWindow requests,
            Machine machine,
            InstantSource clock) {
        this.service = service;
        this.instance = instance;
        this.every = every;
        this.topic = topic;
        this.requests = requests;
        this.machine = machine;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("load").start(this::tellUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tellUntilStopped() {
        try {
            while (running) {
                tell();
                Thread.sleep(REOPEN_AFTER);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() throws InterruptedException {
        try (var producer = topic.open()) {
            while (running) {
                Thread.sleep(every);
                producer.send(topic.message(load()));
            }
        } catch (KafkaException broken) {
            log.atDebug().setCause(broken).log("load not told");
        }
    }

    private LoadReported load() {
        var seen = requests.drain();
        return new LoadReported(
                service,
                instance,
                seen.p95Ms(),
                rounded(seen.errorRatio()),
                rounded(machine.poolSaturation()),
                rounded(machine.cpu()),
                seen.requests(),
                clock.instant());
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * THOUSANDTHS) / THOUSANDTHS;
    }
}
