package io.boxoffice.common.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads CloudEvents in binary mode from Kafka records. */
public final class MessageReader {
    private final JsonMapper lenient;

    /** Uses the service's own mapper, but passes over unknown fields. */
    public MessageReader(JsonMapper json) {
        this.lenient = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * The message of a record; empty for a record that is no CloudEvent of ours.
     *
     * @throws UndecodableMessageException for one that claims to be and is broken
     */
    public Optional<Incoming> read(ConsumerRecord<String, byte[]> record) {
        var type = header(record, "ce_type");
        var id = header(record, "ce_id");
        if (type == null || id == null || record.value() == null) {
            return Optional.empty();
        }
        var subject = header(record, "ce_subject");
        try {
            return Optional.of(new Incoming(
                    UUID.fromString(id),
                    CloudEventTypes.nameOf(type),
                    subject == null ? "" : subject,
                    time(record),
                    record.value(),
                    lenient));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UndecodableMessageException("broken CloudEvents headers", e);
        }
    }

    private static Instant time(ConsumerRecord<String, byte[]> record) {
        var time = header(record, "ce_time");
        return time == null
                ? Instant.ofEpochMilli(record.timestamp())
                : OffsetDateTime.parse(time).toInstant();
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
