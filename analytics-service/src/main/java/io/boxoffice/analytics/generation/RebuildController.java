package io.boxoffice.analytics.generation;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts everything anew; the figures shown change at once, when the new count has caught up. */
@RestController
@RequestMapping("/internal/analytics/rebuild")
class RebuildController {
    private final Generations generations;

    RebuildController(Generations generations) {
        this.generations = generations;
    }

    /** The counts there are. */
    record Counts(List<Generation> items) {}

    /** Asking again while one is being made begins no second one. */
    @PostMapping
    ResponseEntity<Counts> rebuild() {
        generations.begin();
        return ResponseEntity.accepted()
                .location(URI.create("/internal/analytics/rebuild"))
                .body(state());
    }

    @GetMapping
    Counts state() {
        return new Counts(generations.live());
    }
}
