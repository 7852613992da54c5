package io.boxoffice.notification.email;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** What the mail server has accepted, as a Mailpit-compatible API tells it. */
public final class MailLog {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private final RestClient rest;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(@JsonProperty("messages") List<Message> messages) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(@JsonProperty("MessageID") String messageId) {}

    MailLog(URI address, RestClient.Builder builder) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(ANSWER_WITHIN);
        this.rest = builder.baseUrl(address.toString()).requestFactory(requests).build();
    }

    /** Whether a message with this Message-ID was accepted. */
    public boolean has(String messageId) {
        var found = rest.get()
                .uri("/api/v1/search?query={query}", "message-id:\"" + messageId + "\"")
                .retrieve()
                .body(Found.class);
        return found != null
                && found.messages().stream()
                        .anyMatch(message ->
                                message.messageId().replaceAll("[<>]", "").equals(messageId));
    }
}
