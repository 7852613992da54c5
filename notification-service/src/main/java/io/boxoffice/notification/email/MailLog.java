package io.boxoffice.notification.email;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** What the mail server has accepted, as a Mailpit-compatible API tells it, where there is one. */
@Component
public class MailLog {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private final @Nullable RestClient rest;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(@JsonProperty("messages") List<Message> messages) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(@JsonProperty("MessageID") String messageId) {
        /** Some write the angle brackets, some do not. */
        boolean is(String wanted) {
            return messageId.replaceAll("[<>]", "").equals(wanted);
        }
    }

    MailLog(EmailProperties properties, RestClient.Builder builder) {
        this.rest = properties.mailLogUrl() == null ? null : client(properties.mailLogUrl(), builder);
    }

    private static RestClient client(URI address, RestClient.Builder builder) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(ANSWER_WITHIN);
        return builder.baseUrl(address.toString()).requestFactory(requests).build();
    }

    /** Whether anybody can be asked at all. */
    public boolean isThere() {
        return rest != null;
    }

    /**
     * Whether a message with this Message-ID was accepted.
     *
     * @throws IllegalStateException when there is nobody to ask
     */
    public boolean has(String messageId) {
        if (rest == null) {
            throw new IllegalStateException("set notification.mail-log-url");
        }
        var found = rest.get()
                .uri("/api/v1/search?query={query}", "message-id:\"" + messageId + "\"")
                .retrieve()
                .body(Found.class);
        return found != null && found.messages().stream().anyMatch(message -> message.is(messageId));
    }
}
