package io.boxoffice.waitingroom.lines;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL knows of a line.
 *
 * @param begun whether Redis has had the line of this epoch
 * @param overScore all up to it were admitted longer ago than a session lasts
 * @param word what an operator said last
 * @param ended as numbered in {@code lua/entry.lua}; 0 when the event takes place
 * @param eventVersion of the event that says so
 */
record KnownLine(
        UUID event,
        boolean begun,
        Mark mark,
        long overScore,
        @Nullable Word word,
        int ended,
        long eventVersion) {

    /** What an operator said. */
    record Word(
            long number,
            String mode,
            @Nullable Integer rate,
            @Nullable Integer places,
            @Nullable String message) {}

    /** The arguments of {@code queue/begin.lua}. */
    Object[] toBegin(long pauseMillis) {
        var said = word == null ? new Word(0, "", null, null, null) : word;
        return new Object[] {
            mark.epoch(),
            mark.joins(),
            mark.last(),
            pauseMillis,
            mark.lobbyJoins(),
            mark.lobbyN(),
            mark.opened(),
            mark.filled(),
            mark.served(),
            overScore,
            mark.serving(),
            mark.sold() ? 1 : 0,
            mark.soldAt(),
            said.number(),
            said.mode(),
            said.mode().equals("MANUAL") ? orEmpty(said.rate()) : "",
            orEmpty(said.places()),
            orEmpty(said.message()),
            ended,
            eventVersion
        };
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
