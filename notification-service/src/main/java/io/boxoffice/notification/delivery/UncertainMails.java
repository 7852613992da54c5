package io.boxoffice.notification.delivery;

import io.boxoffice.notification.email.MailLog;
import io.boxoffice.notification.email.MessageIds;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Finds messages of which nobody knows whether they were accepted, and asks the mail log where there is one. */
@Component
class UncertainMails {
    private static final Logger log = LoggerFactory.getLogger(UncertainMails.class);

    private final Deliveries deliveries;
    private final MailLog mailLog;
    private final MessageIds messageIds;
    private final DeliveryWorkers workers;
    private final DeliveryProperties properties;
    private final MailMetrics metrics;

    UncertainMails(
            Deliveries deliveries,
            MailLog mailLog,
            MessageIds messageIds,
            DeliveryWorkers workers,
            DeliveryProperties properties,
            MailMetrics metrics) {
        this.deliveries = deliveries;
        this.mailLog = mailLog;
        this.messageIds = messageIds;
        this.workers = workers;
        this.properties = properties;
        this.metrics = metrics;
    }

    @Scheduled(fixedDelayString = "${notification.delivery.look-every:1s}")
    void look() {
        metrics.oldestQueued(deliveries.oldestQueuedSeconds());
        for (var cause : deliveries.abandoned(properties.settle())) {
            metrics.count(cause, "uncertain");
            log.atWarn().addKeyValue("cause", cause).log("mail uncertain: its sender went silent");
        }
        if (mailLog.isThere()) {
            resolve();
        }
    }

    private void resolve() {
        for (var next = claim(); next.isPresent(); next = claim()) {
            resolve(next.get());
        }
    }

    private Optional<Delivery> claim() {
        return deliveries.claimUncertain(properties.lease());
    }

    private void resolve(Delivery delivery) {
        try {
            if (mailLog.has(messageIds.of(delivery.cause()))) {
                if (deliveries.sent(delivery)) {
                    metrics.count(delivery.cause(), "found_sent");
                    log.atInfo().addKeyValue("cause", delivery.cause()).log("uncertain mail was accepted");
                }
            } else if (deliveries.queueAgain(delivery, "not-in-mail-log", Duration.ZERO)) {
                metrics.count(delivery.cause(), "found_unsent");
                log.atInfo().addKeyValue("cause", delivery.cause()).log("uncertain mail was not accepted");
                workers.wake();
            }
        } catch (RestClientException e) {
            deliveries.uncertain(delivery, "mail-log-away", properties.retryMost());
        }
    }
}
