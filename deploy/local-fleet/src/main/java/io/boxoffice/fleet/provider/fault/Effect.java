package io.boxoffice.fleet.provider.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a fault does. {@code *_before}: nothing has happened; {@code *_after}: it has, and the caller cannot know. */
public enum Effect {
    DECLINE,
    DELAY,
    ERROR_BEFORE,
    ERROR_AFTER,
    TIMEOUT_BEFORE,
    TIMEOUT_AFTER,
    RESET,
    DUPLICATE,
    REORDER,
    DROP;

    private static final Set<Effect> OF_WEBHOOKS = EnumSet.of(DELAY, DUPLICATE, REORDER, DROP);
    private static final Set<Effect> OF_CALLS =
            EnumSet.of(DECLINE, DELAY, ERROR_BEFORE, ERROR_AFTER, TIMEOUT_BEFORE, TIMEOUT_AFTER, RESET);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean canStrike(Operation operation) {
        return switch (operation) {
            case WEBHOOK -> OF_WEBHOOKS.contains(this);
            case CREATE, CONFIRM, CAPTURE, REFUND_CREATE -> OF_CALLS.contains(this);
            case CANCEL, RETRIEVE, LIST, METHOD_CREATE, METHOD_RETRIEVE, REFUND_RETRIEVE, REFUND_LIST ->
                this != DECLINE && OF_CALLS.contains(this);
        };
    }
}
