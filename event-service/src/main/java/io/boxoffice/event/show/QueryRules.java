package io.boxoffice.event.show;

import io.boxoffice.event.form.Faults;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a search, or refuses them with everything that is wrong. */
final class QueryRules {
    private static final Set<String> KNOWN =
            Set.of("q", "category", "artist", "venue_id", "city", "from", "to", "status", "cursor", "mine");
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 20;

    private final Faults faults = new Faults();
    private final Map<String, String[]> parameters;

    private QueryRules(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    /** @param organizer the caller, if there is one */
    static EventQuery read(Map<String, String[]> parameters, @Nullable UUID organizer) {
        return new QueryRules(parameters).query(organizer);
    }

    /** Whether the caller's own events are asked for. */
    static boolean asksForOwn(Map<String, String[]> parameters) {
        return Arrays.asList(parameters.getOrDefault("mine", new String[0])).contains("true");
    }

    private EventQuery query(@Nullable UUID organizer) {
        parameters.forEach((name, values) -> {
            faults.addIf(!KNOWN.contains(name), "/" + name, "Unknown parameter; remove it.");
            faults.addIf(values.length > 1, "/" + name, "Send it once.");
        });
        var mine = value("mine", QueryRules::truth, "true or false.");
        boolean own = mine != null && mine;
        var words = text("q");
        var from = value("from", QueryRules::time, "A time like 2027-08-15T19:00:00Z.");
        var to = value("to", QueryRules::time, "A time like 2027-08-15T19:00:00Z.");
        var status = value("status", EventStatus::valueOf, "One of the statuses of an event.");
        faults.addIf(from != null && to != null && to.isBefore(from), "/to", "Not before from.");
        faults.addIf(status == EventStatus.DRAFT && !own, "/status", "Drafts are their organiser's: add mine=true.");
        var query = new EventQuery(
                words == null
                        ? List.of()
                        : Words.of(words).stream().limit(MOST_WORDS).toList(),
                folded("category"),
                folded("artist"),
                value("venue_id", UUID::fromString, "A UUID."),
                folded("city"),
                from,
                to,
                status,
                value(
                        "cursor",
                        cursor -> Position.read(cursor).orElseThrow(IllegalArgumentException::new),
                        "Use next_cursor of the page before."),
                own ? organizer : null);
        faults.raise();
        return query;
    }

    private @Nullable String text(String name) {
        var values = parameters.get(name);
        return values == null ? null : faults.optionalText("/" + name, values[0], LONGEST);
    }

    private @Nullable String folded(String name) {
        var text = text(name);
        return text == null ? null : Words.fold(text);
    }

    private <T> @Nullable T value(String name, Function<String, T> reading, String otherwise) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException _) {
            faults.add("/" + name, otherwise);
            return null;
        }
    }

    private static Instant time(String text) {
        var time = OffsetDateTime.parse(text).toInstant();
        if (time.isBefore(EventRules.EARLIEST) || time.isAfter(EventRules.LATEST)) {
            throw new IllegalArgumentException();
        }
        return time;
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }
}
