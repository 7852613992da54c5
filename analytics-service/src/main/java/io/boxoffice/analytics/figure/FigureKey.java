package io.boxoffice.analytics.figure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which figure.
 *
 * @param minute the minute it is of; none for a total
 */
public record FigureKey(
        UUID eventId, Metric metric, String label, @Nullable Instant minute) {

    public static FigureKey total(UUID eventId, Fact fact) {
        return new FigureKey(eventId, fact.metric(), fact.label(), null);
    }

    public static FigureKey minute(UUID eventId, Fact fact) {
        return new FigureKey(eventId, fact.metric(), fact.label(), fact.at().truncatedTo(ChronoUnit.MINUTES));
    }

    /** As stored: {@code <event>|REVENUE|EUR|2027-06-03T10:00:00Z}. */
    public String text() {
        return eventId + "|" + metric + "|" + label + "|" + (minute == null ? "" : minute);
    }

    public static FigureKey parse(String text) {
        var parts = text.split("\\|", -1);
        return new FigureKey(
                UUID.fromString(parts[0]),
                Metric.valueOf(parts[1]),
                parts[2],
                parts[3].isEmpty() ? null : Instant.parse(parts[3]));
    }
}
