package io.boxoffice.common.messaging;

import io.boxoffice.common.Ids;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transactional outbox of one database: {@link #append} writes a message in the caller's transaction, so that it is told
 * if and only if the change is committed. {@link OutboxDrainer} sends it.
 */
public final class Outbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final @Nullable Tracer tracer;

    public Outbox(JdbcClient jdbc, JsonMapper json, @Nullable Tracer tracer) {
        this.jdbc = jdbc;
        this.json = json;
        this.tracer = tracer;
    }

    /**
     * Appends one message.
     *
     * @param topic where to
     * @param key the record's key: the event's id, so that one event's messages keep their order
     * @param name past-tense name, e.g. {@code OrderConfirmed}; on the wire {@code io.boxoffice.OrderConfirmed.v1}
     * @param subject id of the aggregate that changed
     * @param data the payload, written as JSON in snake_case
     */
    public void append(String topic, UUID key, String name, UUID subject, Object data) {
        jdbc.sql("INSERT INTO outbox (message_id, topic, message_key, type, subject, data, traceparent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(topic)
                .param(key.toString())
                .param(CloudEventTypes.typeOf(name))
                .param(subject.toString())
                .param(json.writeValueAsString(data))
                .param(traceparent())
                .update();
    }

    /** The trace under way, for who writes rows of the outbox together with others. */
    public @Nullable String traceparent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        return "00-" + context.traceId() + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }
}
