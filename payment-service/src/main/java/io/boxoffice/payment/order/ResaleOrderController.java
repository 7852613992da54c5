package io.boxoffice.payment.order;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.payment.pricing.Money;
import io.boxoffice.payment.risk.OrderRisk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where resale-service orders for a buyer; it passes our answer on as it is. */
@RestController
class ResaleOrderController {
    private final OrderDesk desk;
    private final OrderRisk risk;
    private final JsonMapper json;

    ResaleOrderController(OrderDesk desk, OrderRisk risk, JsonMapper json) {
        this.desk = desk;
        this.risk = risk;
        this.json = json;
    }

    @PostMapping("/internal/resale-orders")
    ResponseEntity<Object> place(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody ResaleOrderRequest body,
            HttpServletRequest request) {
        PaymentMethods.requireUnattended(body.paymentMethod());
        Money.requireSupported(body.currency());
        return desk.take(theBuyers(body, key, request), () -> {
            risk.require(body.orderer());
            return body.order();
        });
    }

    /** The key is the buyer's, and counts for the path they called: a listing each. */
    private IdempotentRequest theBuyers(ResaleOrderRequest body, String key, HttpServletRequest request) {
        var asked = IdempotentRequest.of(request, body.userId(), key, body.terms(), json);
        var path = "/api/v1/resale/listings/" + body.listingId() + "/purchase";
        return new IdempotentRequest(asked.sub(), asked.method(), path, asked.key(), asked.bodyHash());
    }
}
