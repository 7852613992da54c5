package io.boxoffice.inventory.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators. */
@RestController
@RequestMapping("/api/v1/ops/events/{eventId}/move")
class MoveController {
    private final MoveRequests moves;

    MoveController(MoveRequests moves) {
        this.moves = moves;
    }

    /** @param to the name of a shard */
    record MoveRequest(@NotBlank String to) {}

    @PostMapping
    ResponseEntity<Move> move(@PathVariable UUID eventId, @Valid @RequestBody MoveRequest request) {
        var move = moves.ask(eventId, request.to());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/ops/events/" + eventId + "/move"))
                .body(move);
    }

    @GetMapping
    Move latest(@PathVariable UUID eventId) {
        return moves.latest(eventId);
    }
}
