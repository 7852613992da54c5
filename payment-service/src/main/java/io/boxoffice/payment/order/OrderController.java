package io.boxoffice.payment.order;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.payment.admission.Admissions;
import io.boxoffice.payment.event.EventPolicies;
import io.boxoffice.payment.risk.OrderRisk;
import io.boxoffice.payment.risk.Orderer;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where a fan orders what they hold. */
@RestController
class OrderController {
    private final OrderDesk desk;
    private final EventPolicies policies;
    private final Admissions admissions;
    private final OrderRisk risk;
    private final JsonMapper json;

    OrderController(OrderDesk desk, EventPolicies policies, Admissions admissions, OrderRisk risk, JsonMapper json) {
        this.desk = desk;
        this.policies = policies;
        this.admissions = admissions;
        this.risk = risk;
        this.json = json;
    }

    @PostMapping("/api/v1/events/{eventId}/orders")
    @ApiResponse(
            responseCode = "201",
            description = "Seats sold",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Under way; look at Location",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "402",
            description = "Declined",
            content = @Content(mediaType = "application/problem+json"))
    ResponseEntity<Object> place(
            @PathVariable UUID eventId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = "X-Access-Token", required = false) @Nullable String accessToken,
            @RequestHeader(name = "X-Device-Id", required = false) @Nullable String deviceId,
            @RequestHeader(name = "X-Clearance", required = false) @Nullable String clearance,
            @Parameter(hidden = true) @RequestHeader(name = "X-Forwarded-For", required = false) @Nullable
                    String forwardedFor,
            @Valid @RequestBody OrderRequest body,
            Caller caller,
            HttpServletRequest request) {
        PaymentMethods.requireUnattended(body.paymentMethod());
        return desk.take(IdempotentRequest.of(request, caller.sub(), key, body, json), () -> {
            var policy = policies.of(eventId);
            policy.requireSupportedCurrency();
            var session = admissions.session(policy, caller, accessToken, deviceId);
            risk.require(new Orderer(
                    caller.sub(), eventId, deviceId, first(forwardedFor), caller.accountCreatedAt(), clearance));
            return new NewOrder(
                    OrderKind.PRIMARY,
                    caller.sub(),
                    caller.email(),
                    eventId,
                    body.holdId(),
                    session.orElse(null),
                    body.paymentMethod(),
                    body.expectedTotal(),
                    policy.currency());
        });
    }

    /** The gateway leaves one address, that of whoever came to it. */
    private static @Nullable String first(@Nullable String forwardedFor) {
        return forwardedFor == null ? null : forwardedFor.split(",", 2)[0].strip();
    }
}
