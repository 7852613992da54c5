package io.boxoffice.inventory.shard;

import java.util.UUID;

/**
 * Carries out of a transaction, which it undoes, that the event cannot be written where the writer thought: it is being moved,
 * or was. {@link ShardRouter#reopened} says where to repeat.
 */
public final class Moved extends RuntimeException {
    private final transient UUID event;

    /** Of this event. */
    public Moved(UUID event) {
        super("event " + event + " is moved", null, false, false);
        this.event = event;
    }

    public UUID event() {
        return event;
    }
}
