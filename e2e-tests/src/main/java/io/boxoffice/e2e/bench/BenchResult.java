package io.boxoffice.e2e.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure with all it needs to be believed; {@code denominator} and {@code ratio} are null where nothing is compared.
 *
 * @param figure what was measured, in its unit
 * @param target the aim in words
 * @param met whether it was reached
 * @param settings how it was measured, with the single runs
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BenchResult(
        String name,
        double figure,
        String unit,
        @Nullable Object denominator,
        @Nullable Object ratio,
        String target,
        boolean met,
        Map<String, Object> settings,
        Map<String, Object> machine,
        String commit,
        Instant at) {

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    String text() {
        StringBuilder text = new StringBuilder(
                "\n%s: %.1f %s (denominator %s, ratio %s)%n".formatted(name, figure, unit, denominator, ratio));
        settings.forEach((key, value) -> text.append("  %-24s %s%n".formatted(key, value)));
        return text.append("  target                   %s: %s".formatted(target, met ? "met" : "missed"))
                .toString();
    }

    Path writeBelow(Path home) throws IOException {
        Path file = home.resolve("reports").resolve("bench-%s-%s.json".formatted(name, FILE_TIME.format(at)));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, Json.pretty(this));
    }
}
