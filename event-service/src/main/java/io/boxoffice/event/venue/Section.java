package io.boxoffice.event.venue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of the venue with one price and one gate.
 *
 * @param capacity how many general admission takes; none for numbered seats
 */
public record Section(
        String section,
        Kind kind,
        Point focalPoint,
        @Nullable String gate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer capacity,
        List<Row> rows) {

    /** Numbered seats, or general admission. */
    public enum Kind {
        SEATED,
        GA
    }

    public Section {
        rows = List.copyOf(rows);
    }

    long seats() {
        return capacity == null ? rows.stream().mapToLong(Row::seats).sum() : capacity;
    }
}
