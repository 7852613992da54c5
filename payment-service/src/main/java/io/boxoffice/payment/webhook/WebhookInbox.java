package io.boxoffice.payment.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.boxoffice.common.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the provider told, each once. Only which intent it is about is kept. */
@Component
class WebhookInbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    WebhookInbox(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(
            @Nullable String id,
            @Nullable String type,
            @Nullable Data data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(@Nullable Subject object) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Subject(
            @Nullable String id,
            @Nullable String object,
            @Nullable JsonNode paymentIntent) {}

    record Unprocessed(String webhookId, @Nullable String paymentIntent) {}

    /** Keeps it, committed, and says whether it is new. */
    boolean keep(String payload) {
        var told = read(payload);
        return jdbc.sql("INSERT INTO webhook_inbox (webhook_id, type, payment_intent) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .param(told.id())
                        .param(told.type())
                        .param(intent(told))
                        .update()
                == 1;
    }

    List<Unprocessed> unprocessed(int limit) {
        return jdbc.sql("SELECT webhook_id, payment_intent FROM webhook_inbox WHERE processed_at IS NULL"
                        + " ORDER BY received_at LIMIT ?")
                .param(limit)
                .query((row, _) -> new Unprocessed(row.getString("webhook_id"), row.getString("payment_intent")))
                .list();
    }

    void processed(String webhookId) {
        jdbc.sql("UPDATE webhook_inbox SET processed_at = clock_timestamp() WHERE webhook_id = ?")
                .param(webhookId)
                .update();
    }

    private Told read(String payload) {
        try {
            var told = json.readValue(payload, Told.class);
            if (told != null && told.id() != null && told.type() != null) {
                return told;
            }
        } catch (JacksonException _) {
            // refused below
        }
        throw new ProblemException(HttpStatus.BAD_REQUEST, "malformed-json", "Send an event with an id and a type.");
    }

    /** Charges and refunds name theirs. */
    private static @Nullable String intent(Told told) {
        var subject = told.data() == null ? null : told.data().object();
        if (subject == null) {
            return null;
        }
        if ("payment_intent".equals(subject.object())) {
            return subject.id();
        }
        var named = subject.paymentIntent();
        return named != null && named.isString() ? named.asString() : null;
    }
}
