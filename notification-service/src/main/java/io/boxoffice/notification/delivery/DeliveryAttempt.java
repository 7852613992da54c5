package io.boxoffice.notification.delivery;

import io.boxoffice.notification.email.Email;
import io.boxoffice.notification.email.SendOutcome;
import io.boxoffice.notification.email.SmtpConnection;
import io.boxoffice.notification.letter.Draft;
import io.boxoffice.notification.letter.Letters;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** One attempt at one message: the server first, then what the message says, then the sending. */
@Component
class DeliveryAttempt {
    private static final Logger log = LoggerFactory.getLogger(DeliveryAttempt.class);

    private final Deliveries deliveries;
    private final Letters letters;
    private final DeliveryProperties properties;
    private final MailMetrics metrics;

    DeliveryAttempt(Deliveries deliveries, Letters letters, DeliveryProperties properties, MailMetrics metrics) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.properties = properties;
        this.metrics = metrics;
    }

    void run(Delivery delivery, SmtpConnection connection) {
        var outcome = attempt(delivery, connection);
        settle(delivery, outcome).ifPresent(word -> tell(delivery, outcome, word));
    }

    private SendOutcome attempt(Delivery delivery, SmtpConnection connection) {
        if (!connection.open()) {
            return new SendOutcome.NotNow("smtp-away");
        }
        try {
            return switch (letters.draft(delivery.owed())) {
                case Draft.Ready(Email email) ->
                    connection.send(email, () -> deliveries.markSending(delivery, properties.lease()));
                case Draft.NotYet(String reason) -> new SendOutcome.NotNow(reason);
                case Draft.Void(String reason) -> new SendOutcome.Needless(reason);
            };
        } catch (RestClientException | OAuth2AuthorizationException e) {
            return new SendOutcome.NotNow(e.getClass().getSimpleName());
        }
    }

    /** The word for how it ended; empty when another has said so. */
    private Optional<String> settle(Delivery delivery, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted() -> when(deliveries.sent(delivery), "sent");
            case SendOutcome.NotNow(String reason) -> retry(delivery, reason);
            case SendOutcome.Never(String reason) -> when(deliveries.failed(delivery, reason), "failed");
            case SendOutcome.Needless(String reason) -> when(deliveries.failed(delivery, reason), "void");
            case SendOutcome.Unknown(String reason) ->
                when(deliveries.uncertain(delivery, reason, properties.settle()), "uncertain");
        };
    }

    private Optional<String> retry(Delivery delivery, String reason) {
        var pause = properties.pauseAfter(
                delivery.attempts(), ThreadLocalRandom.current().nextDouble());
        return deliveries
                .retry(delivery, reason, pause, properties.maxAge())
                .map(state -> state.equals("FAILED") ? "expired" : "deferred");
    }

    private static Optional<String> when(boolean ours, String word) {
        return ours ? Optional.of(word) : Optional.empty();
    }

    private void tell(Delivery delivery, SendOutcome outcome, String word) {
        var level = switch (word) {
            case "sent", "void" -> log.atInfo();
            case "failed", "expired" -> log.atError();
            default -> log.atWarn();
        };
        level.addKeyValue("cause", delivery.cause())
                .addKeyValue("attempts", delivery.attempts())
                .addKeyValue("outcome", outcome)
                .log("mail " + word);
        metrics.count(delivery.cause(), word);
    }
}
