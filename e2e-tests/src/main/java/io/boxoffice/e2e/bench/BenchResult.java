package io.boxoffice.e2e.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure with all it needs to be believed; {@code denominator} and {@code ratio} are null where nothing is compared.
 *
 * @param figure what was measured, in its unit
 * @param target the aim in words
 * @param met whether it was reached
 * @param settings how it was measured, with the single runs
 * @param rows the parts of a measurement that has several, each with its own target; null where there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BenchResult(
        String name,
        double figure,
        String unit,
        @Nullable Denominator denominator,
        @Nullable Ratio ratio,
        String target,
        boolean met,
        Map<String, Object> settings,
        Map<String, Object> machine,
        String commit,
        Instant at,
        @Nullable List<Row> rows) {

    /** What a stock tool did in the same minutes on the same cores. */
    record Denominator(String tool, double figure) {

        @Override
        public String toString() {
            return tool + " " + figure;
        }
    }

    /** Ours to the tool's, pair by pair. */
    record Ratio(double median, double min, double max, int pairs) {

        @Override
        public String toString() {
            return "%s (%s to %s, %d pairs)".formatted(median, min, max, pairs);
        }
    }

    /** One part. */
    record Row(
            String part,
            double figure,
            String unit,
            @Nullable Denominator denominator,
            @Nullable Ratio ratio,
            String target,
            boolean met) {

        String text() {
            return "  %-24s %s%s%s; %s: %s"
                    .formatted(
                            part,
                            figures(figure, unit),
                            denominator == null ? "" : ", beside " + denominator,
                            ratio == null ? "" : ", ratio " + ratio,
                            target,
                            met ? "met" : "missed");
        }
    }

    /** A measurement of several parts; the first one's figure is the whole's. */
    static BenchResult of(String name, List<Row> rows, Map<String, Object> settings) throws InterruptedException {
        Row first = rows.getFirst();
        return new BenchResult(
                name,
                first.figure(),
                first.unit(),
                first.denominator(),
                first.ratio(),
                rows.stream().map(row -> row.part() + " " + row.target()).collect(Collectors.joining("; ")),
                rows.stream().allMatch(Row::met),
                settings,
                Machine.described(),
                Machine.commit(),
                Instant.now(),
                rows.size() == 1 ? null : rows);
    }

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    String text() {
        var text = new StringBuilder("\n%s: %s%n".formatted(name, figures(figure, unit)));
        if (rows == null) {
            text.append("  %-24s %s%n".formatted("beside", denominator))
                    .append("  %-24s %s%n".formatted("ratio", ratio));
        } else {
            rows.forEach(row -> text.append(row.text()).append(System.lineSeparator()));
        }
        settings.forEach((key, value) -> text.append("  %-24s %s%n".formatted(key, value)));
        machine.forEach((key, value) -> text.append("  %-24s %s%n".formatted(key, value)));
        return text.append("  %-24s %s: %s".formatted("target", target, met ? "met" : "missed"))
                .toString();
    }

    private static String figures(double figure, String unit) {
        return "%s %s".formatted(Math.abs(figure) < 10 ? "%.3f".formatted(figure) : "%.1f".formatted(figure), unit);
    }

    Path writeBelow(Path home) throws IOException {
        Path file = home.resolve("reports").resolve("bench-%s-%s.json".formatted(name, FILE_TIME.format(at)));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, Json.pretty(this));
    }
}
