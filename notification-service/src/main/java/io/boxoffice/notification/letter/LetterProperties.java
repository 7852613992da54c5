package io.boxoffice.notification.letter;

import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Letters.
 *
 * @param webUrl where fans find the web app, without a slash at its end; letters link to it
 */
@Validated
@ConfigurationProperties("notification.letter")
record LetterProperties(
        @DefaultValue("http://localhost:8080") URI webUrl) {

    URI event(UUID eventId) {
        return URI.create(webUrl + "/events/" + eventId);
    }

    URI tickets() {
        return URI.create(webUrl + "/tickets");
    }

    URI order(UUID orderId) {
        return URI.create(webUrl + "/orders/" + orderId);
    }
}
