package io.boxoffice.payment.webhook;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.payment.provider.ProviderProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Verifies that the provider sent these very bytes, within the last five minutes, by any of the secrets in use. */
@Component
class WebhookSignatures {
    private static final Duration WINDOW = Duration.ofSeconds(300);

    private final List<String> secrets;
    private final Clock clock;

    WebhookSignatures(ProviderProperties properties, Clock clock) {
        this.secrets = properties.webhookSecret();
        this.clock = clock;
    }

    void require(String payload, @Nullable String header) {
        if (header == null || secrets.stream().noneMatch(secret -> verifies(payload, header, secret))) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-signature",
                    "Sign the body with the webhook secret, just before sending.");
        }
    }

    private boolean verifies(String payload, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(payload, header, secret, WINDOW.toSeconds(), clock);
        } catch (SignatureVerificationException | IllegalArgumentException _) {
            return false;
        }
    }
}
