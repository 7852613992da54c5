package io.boxoffice.notification.delivery;

import io.boxoffice.notification.email.SmtpConnection;
import io.boxoffice.notification.email.SmtpServer;
import io.boxoffice.notification.letter.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A few threads that send what is owed, each over a connection that it keeps while there is work. Only some of them take letters to
 * many, and those too when nothing more urgent waits.
 */
@Component
class DeliveryWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DeliveryWorkers.class);
    private static final Duration LAST_MESSAGE_WITHIN = Duration.ofSeconds(10);

    private final Deliveries deliveries;
    private final DeliveryAttempt attempt;
    private final SmtpServer smtp;
    private final DeliveryProperties properties;
    private final WakeUp wakeUp = new WakeUp();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    DeliveryWorkers(Deliveries deliveries, DeliveryAttempt attempt, SmtpServer smtp, DeliveryProperties properties) {
        this.deliveries = deliveries;
        this.attempt = attempt;
        this.smtp = smtp;
        this.properties = properties;
    }

    /** There is something to send. */
    void wake() {
        wakeUp.call();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= properties.workers(); i++) {
            int lowestPriority = i <= properties.massWorkers() ? Kind.MASS : Kind.MASS - 1;
            threads.add(Thread.ofVirtual().name("delivery-" + i).start(() -> run(lowestPriority)));
        }
    }

    /** Lets messages under way come to their end: an interrupted one would be uncertain. */
    @Override
    public synchronized void stop() {
        running = false;
        wake();
        for (var thread : threads) {
            try {
                thread.join(LAST_MESSAGE_WITHIN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(int lowestPriority) {
        while (running) {
            long seen = wakeUp.calls();
            try {
                drain(lowestPriority);
            } catch (RuntimeException e) {
                // the database is away, most likely: leases run out by themselves
                log.atWarn()
                        .addKeyValue("failure", e.getClass().getSimpleName())
                        .log("delivery interrupted");
            }
            try {
                wakeUp.await(seen, properties.lookEvery());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void drain(int lowestPriority) {
        try (var connection = new SmtpConnection(smtp)) {
            while (running) {
                var next = deliveries.claimQueued(lowestPriority, properties.lease());
                if (next.isEmpty()) {
                    return;
                }
                attempt.run(next.get(), connection);
            }
        }
    }
}
