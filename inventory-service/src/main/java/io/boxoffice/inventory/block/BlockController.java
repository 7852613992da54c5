package io.boxoffice.inventory.block;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/events/{eventId}/seat-map/blocks")
class BlockController {
    private final Blocks blocks;
    private final JsonMapper json;

    BlockController(Blocks blocks, JsonMapper json) {
        this.blocks = blocks;
        this.json = json;
    }

    @Schema(name = "SeatBlocks")
    record Listed(List<Block> items) {}

    @GetMapping
    Listed all(@PathVariable UUID eventId, Caller caller) {
        return new Listed(blocks.all(eventId, caller));
    }

    @GetMapping("/{blockId}")
    Block one(@PathVariable UUID eventId, @PathVariable UUID blockId, Caller caller) {
        return blocks.find(eventId, caller, blockId);
    }

    @PostMapping
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Block.class)))
    ResponseEntity<Object> make(
            @PathVariable UUID eventId,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody MakeBlock body,
            Caller caller,
            HttpServletRequest request) {
        return blocks.make(eventId, caller, body, IdempotentRequest.of(request, caller.sub(), key, body, json));
    }

    @PostMapping("/{blockId}/release")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Block.class)))
    ResponseEntity<Object> release(
            @PathVariable UUID eventId,
            @PathVariable UUID blockId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ReleaseSeats body,
            Caller caller,
            HttpServletRequest request) {
        return blocks.release(
                eventId, caller, blockId, body, IdempotentRequest.of(request, caller.sub(), key, body, json));
    }

    @DeleteMapping("/{blockId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseAll(@PathVariable UUID eventId, @PathVariable UUID blockId, Caller caller) {
        blocks.releaseAll(eventId, caller, blockId);
    }
}
