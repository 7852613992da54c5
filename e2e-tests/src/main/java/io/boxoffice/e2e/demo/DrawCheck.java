package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Notes;
import io.boxoffice.draw.verify.DrawVerifier;
import io.boxoffice.draw.verify.Expectations;
import io.boxoffice.draw.verify.Verdict;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Has the lobby's draw verified as an outsider would, and notes what it gave to each fan who was there. */
final class DrawCheck {

    private final Sale sale;
    private final BoxofficeClient outsider;

    DrawCheck(Sale sale, BoxofficeClient outsider) {
        this.sale = sale;
        this.outsider = outsider;
    }

    /** Downloads the draw into a file below this folder, and looks at it. */
    DrawRecord look(Path home) throws IOException, InterruptedException {
        Answer all = outsider.participants(sale.event());
        if (!all.ok()) {
            throw new IOException("no draw: " + all.status() + " " + all.body());
        }
        Path file = Files.createDirectories(home.resolve("reports")).resolve("draw-" + sale.event() + ".ndjson");
        Files.writeString(file, all.body());
        List<String> lines = all.body().lines().toList();
        JsonNode draw = Json.tree(lines.getFirst());
        noteFans(draw, lines);
        Verdict verdict;
        try (var in = Files.newInputStream(file)) {
            verdict = DrawVerifier.verify(in, Expectations.NONE);
        }
        List<String> said = switch (verdict) {
            case Verdict.Good(var checked, var _) -> checked;
            case Verdict.Refused(var _, var why) -> List.of("refused: " + why);
            case Verdict.Unreadable(var why) -> List.of("not readable: " + why);
        };
        boolean good = verdict instanceof Verdict.Good;
        if (!good) {
            sale.notes().surprises().add("the draw is " + said.getFirst());
        }
        return new DrawRecord(
                draw.path("participants").asLong(),
                draw.path("commitment").asString(),
                draw.path("seed").asString(),
                draw.path("root").asString(),
                draw.path("beacon").path("source").asString(),
                good,
                said,
                file);
    }

    private void noteFans(JsonNode draw, List<String> lines) {
        long opened = ChronoUnit.MICROS.between(
                Instant.EPOCH, Instant.parse(draw.path("opened_at").asString()));
        sale.tally().lobby.forEach((entry, told) -> {
            JsonNode line = told.joinIndex() + 1 < lines.size()
                    ? Json.tree(lines.get((int) told.joinIndex() + 1))
                    : Json.tree("{}");
            sale.notes()
                    .drawn()
                    .add(new Notes.Drawn(
                            entry,
                            told.leaf(),
                            line.path("leaf").asString(""),
                            opened + line.path("p").asLong(-1)));
        });
    }
}
