package io.boxoffice.resale.purchase;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where a fan buys a listing. */
@RestController
class PurchaseController {
    private static final int LONGEST_KEY = 255;

    private final PurchaseDesk desk;

    PurchaseController(PurchaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/v1/resale/listings/{listingId}/purchase")
    @ApiResponse(
            responseCode = "201",
            description = "Sold",
            content = @Content(schema = @Schema(implementation = PurchaseAnswer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Under way; look at Location",
            content = @Content(schema = @Schema(implementation = PurchaseAnswer.class)))
    @ApiResponse(
            responseCode = "402",
            description = "Declined",
            content = @Content(mediaType = "application/problem+json"))
    ResponseEntity<byte[]> buy(
            @PathVariable UUID listingId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = "X-Device-Id", required = false) @Nullable String deviceId,
            @RequestHeader(name = "X-Clearance", required = false) @Nullable String clearance,
            @Valid @RequestBody PurchaseRequest body,
            Caller caller,
            @Parameter(hidden = true) @RequestHeader(name = "X-Forwarded-For", required = false) @Nullable
                    String address) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.invalid("/Idempotency-Key", "Send 1 to " + LONGEST_KEY + " characters.");
        }
        var buyer = new Buyer(
                caller.sub(),
                caller.email(),
                caller.accountCreatedAt(),
                deviceId,
                address, // the gateway's, which leaves one
                clearance);
        return desk.buy(listingId, key, body, buyer);
    }
}
