package io.boxoffice.gateway.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What waits to be told. Adding never waits: Kafka's producer would block while its broker is away, so a thread of its
 * own sends, and what does not fit in between is dropped and counted.
 */
@Component
class Observations implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Observations.class);
    private static final long LOOK_AGAIN_MS = 500;
    private static final Duration REOPEN_AFTER = Duration.ofSeconds(2);

    private record Waiting(
            RequestObserved request, @Nullable String traceParent) {}

    private final BlockingQueue<Waiting> waiting;
    private final RiskTopic topic;
    private final Counter dropped;
    private volatile boolean running;

    Observations(RiskTopic topic, ObserveProperties properties, MeterRegistry metrics) {
        this.waiting = new ArrayBlockingQueue<>(properties.waiting());
        this.topic = topic;
        this.dropped = Counter.builder("boxoffice.observations.dropped")
                .description("Observed requests that were not told")
                .register(metrics);
    }

    void add(RequestObserved request, @Nullable String traceParent) {
        if (!waiting.offer(new Waiting(request, traceParent))) {
            dropped.increment();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("observations").start(this::tellUntilStopped);
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
                var next = waiting.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    send(producer, next);
                }
            }
        } catch (KafkaException broken) {
            log.atWarn().addKeyValue("reason", broken.toString()).log("observations not told");
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, Waiting next) {
        producer.send(topic.message(next.request(), next.traceParent()), (_, failure) -> {
            if (failure != null) {
                dropped.increment();
            }
        });
    }
}
