package io.boxoffice.e2e.client.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move of an event to another shard, as the operator sees it. */
public record EventMove(
        UUID moveId,
        UUID eventId,
        String from,
        String to,
        String state,
        long rows,
        @Nullable Long pauseMs,
        @Nullable String reason) {

    /** Whether it goes no further. */
    public boolean over() {
        return state.equals("DONE") || state.equals("FAILED");
    }
}
