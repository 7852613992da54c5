package io.boxoffice.notification.delivery;

import io.boxoffice.notification.confirmation.ConfirmationMail;
import io.boxoffice.notification.confirmation.ConfirmationMail.Draft;
import io.boxoffice.notification.email.Email;
import io.boxoffice.notification.email.SendOutcome;
import io.boxoffice.notification.email.SmtpConnection;
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
    private final ConfirmationMail confirmations;
    private final DeliveryProperties properties;
    private final MailMetrics metrics;

    DeliveryAttempt(
            Deliveries deliveries, ConfirmationMail confirmations, DeliveryProperties properties, MailMetrics metrics) {
        this.deliveries = deliveries;
        this.confirmations = confirmations;
        this.properties = properties;
        this.metrics = metrics;
    }

    void run(Delivery delivery, SmtpConnection connection) {
        settle(delivery, attempt(delivery, connection));
    }

    private SendOutcome attempt(Delivery delivery, SmtpConnection connection) {
        if (!connection.open()) {
            return new SendOutcome.NotNow("smtp-away");
        }
        try {
            return switch (confirmations.draft(delivery.cause(), delivery.orderId(), delivery.eventId())) {
                case Draft.Ready(Email email) ->
                    connection.send(email, () -> deliveries.markSending(delivery, properties.lease()));
                case Draft.NotYet(String reason) -> new SendOutcome.NotNow(reason);
                case Draft.Void(String reason) -> new SendOutcome.Never(reason);
            };
        } catch (RestClientException | OAuth2AuthorizationException e) {
            return new SendOutcome.NotNow(e.getClass().getSimpleName());
        }
    }

    private void settle(Delivery delivery, SendOutcome outcome) {
        boolean ours = switch (outcome) {
            case SendOutcome.Accepted() -> deliveries.sent(delivery);
            case SendOutcome.NotNow(String reason) ->
                deliveries.queueAgain(delivery, reason, properties.pauseAfter(delivery.attempts()));
            case SendOutcome.Never(String reason) -> deliveries.failed(delivery, reason);
            case SendOutcome.Unknown(String reason) -> deliveries.uncertain(delivery, reason, properties.settle());
        };
        if (ours) {
            tell(delivery, outcome);
        }
    }

    private void tell(Delivery delivery, SendOutcome outcome) {
        var level = switch (outcome) {
            case SendOutcome.Accepted _ -> log.atInfo();
            case SendOutcome.NotNow _, SendOutcome.Unknown _ -> log.atWarn();
            case SendOutcome.Never _ -> log.atError();
        };
        level.addKeyValue("cause", delivery.cause())
                .addKeyValue("attempts", delivery.attempts())
                .addKeyValue("outcome", outcome)
                .log("mail attempted");
        metrics.count(
                switch (outcome) {
                    case SendOutcome.Accepted _ -> "sent";
                    case SendOutcome.NotNow _ -> "deferred";
                    case SendOutcome.Never _ -> "failed";
                    case SendOutcome.Unknown _ -> "uncertain";
                });
    }
}
