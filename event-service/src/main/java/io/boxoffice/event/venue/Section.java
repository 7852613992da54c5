package io.boxoffice.event.venue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of the venue with one price and one gate. */
public record Section(
        String section,
        Kind kind,
        Point focalPoint,
        @Nullable String gate,
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
        return rows.stream().mapToLong(Row::seats).sum();
    }
}
