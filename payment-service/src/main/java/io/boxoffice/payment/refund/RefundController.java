package io.boxoffice.payment.refund;

import io.boxoffice.common.Ids;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.order.OrderRows;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where support gives money back, and buyers see what becomes of it. */
@RestController
@RequestMapping("/api/v1/orders/{orderId}/refunds")
class RefundController {
    private final RefundDesk desk;
    private final RefundRows rows;
    private final OrderRows orders;
    private final JsonMapper json;

    RefundController(RefundDesk desk, RefundRows rows, OrderRows orders, JsonMapper json) {
        this.desk = desk;
        this.rows = rows;
        this.orders = orders;
        this.json = json;
    }

    @PostMapping
    @ApiResponse(
            responseCode = "202",
            description = "Under way or done; look at Location",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    ResponseEntity<Object> refund(
            @PathVariable UUID orderId,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody RefundRequest body,
            Caller caller,
            HttpServletRequest request) {
        return desk.take(
                IdempotentRequest.of(request, caller.sub(), key, body, json),
                body.of(orderId, Ids.next(), caller.sub()));
    }

    @GetMapping("/{refundId}")
    RefundView one(@PathVariable UUID orderId, @PathVariable UUID refundId, Caller caller) {
        return orders.find(orderId)
                .filter(order -> order.userId().equals(caller.sub()) || caller.has("SUPPORT"))
                .flatMap(_ -> rows.find(refundId))
                .filter(refund -> refund.orderId().equals(orderId))
                .map(RefundView::of)
                .orElseThrow(Problems::notFound);
    }
}
