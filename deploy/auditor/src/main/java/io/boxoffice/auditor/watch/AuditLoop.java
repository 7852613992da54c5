package io.boxoffice.auditor.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One walk after the other, and pauses long enough that the sale does not feel them. */
@Component
class AuditLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditLoop.class);

    /** A walk is followed by a pause of at least so many times its length. */
    private static final int REST = 4;

    private final Auditor auditor;
    private final AuditorProperties properties;
    private final AuditMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private boolean failing;

    AuditLoop(Auditor auditor, AuditorProperties properties, AuditMetrics metrics) {
        this.auditor = auditor;
        this.properties = properties;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("auditor").daemon(false).start(this::run);
    }

    private void run() {
        try {
            Duration pause;
            do {
                long start = System.nanoTime();
                walk(start);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                Duration rest = took.multipliedBy(REST);
                Duration left = properties.every().minus(took);
                pause = rest.compareTo(left) > 0 ? rest : left;
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            auditor.close();
        }
    }

    /** What cannot be read now is read at the next walk: a database that is away is no violation. */
    private void walk(long start) throws InterruptedException {
        try {
            int events = auditor.walk(() -> stopping.getCount() > 0);
            metrics.walked(Duration.ofNanos(System.nanoTime() - start), events);
            failing = false;
        } catch (IOException | IllegalStateException | KafkaException away) {
            metrics.failed(Duration.ofNanos(System.nanoTime() - start));
            if (!failing) {
                log.atWarn().addKeyValue("reason", away.getMessage()).log("cannot audit now");
            }
            failing = true;
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}
