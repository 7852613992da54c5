package io.boxoffice.resale.offer;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where a fan lists tickets, and takes a listing back. */
@RestController
@RequestMapping("/api/v1/resale/listings")
class ListingController {
    private final ListingDesk desk;
    private final Withdrawal withdrawal;
    private final JsonMapper json;

    ListingController(ListingDesk desk, Withdrawal withdrawal, JsonMapper json) {
        this.desk = desk;
        this.withdrawal = withdrawal;
        this.json = json;
    }

    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "Offered",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    ResponseEntity<Object> list(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody ListingRequest body,
            Caller caller,
            HttpServletRequest request) {
        return desk.take(IdempotentRequest.of(request, caller.sub(), key, body, json), caller.sub(), body);
    }

    @DeleteMapping("/{listingId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID listingId, Caller caller) {
        withdrawal.of(listingId, caller.sub());
    }
}
