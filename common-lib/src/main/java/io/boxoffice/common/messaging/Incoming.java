package io.boxoffice.common.messaging;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A message as heard: who it is, what it is called, and its data, read by the consumer's own record. */
public final class Incoming {
    private final UUID id;
    private final String name;
    private final String subject;
    private final Instant time;
    private final byte[] data;
    private final JsonMapper lenient;

    Incoming(UUID id, String name, String subject, Instant time, byte[] data, JsonMapper lenient) {
        this.id = id;
        this.name = name;
        this.subject = subject;
        this.time = time;
        this.data = data;
        this.lenient = lenient;
    }

    /** For deduplication. */
    public UUID id() {
        return id;
    }

    /** Past-tense name, e.g. {@code OrderConfirmed}. */
    public String name() {
        return name;
    }

    /** Id of the aggregate that changed. */
    public String subject() {
        return subject;
    }

    public Instant time() {
        return time;
    }

    /**
     * Reads the data into the consumer's own, smaller record; fields it does not name are passed over.
     *
     * @throws UndecodableMessageException when it does not fit; such a record goes to the dead letters at once
     */
    public <T> T as(Class<T> type) {
        try {
            return lenient.readValue(data, type);
        } catch (JacksonException e) {
            throw new UndecodableMessageException(name + " " + id + " does not read as " + type.getSimpleName(), e);
        }
    }
}
