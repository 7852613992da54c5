package io.boxoffice.payment.order;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a buyer is answered, by how far their order has come. */
final class OrderAnswers {
    private OrderAnswers() {}

    /**
     * The answer to be stored under the idempotency key.
     *
     * @throws io.boxoffice.common.web.ProblemException for what is not stored, so that the same request may be made anew
     */
    static ResponseEntity<Object> of(Order order, String path) {
        return switch (order.status()) {
            case CONFIRMED, CAPTURED, CAPTURE_FAILED, PARTIALLY_REFUNDED, REFUNDED -> at(order, HttpStatus.CREATED);
            case PENDING, AUTHORIZED, STUCK -> at(order, HttpStatus.ACCEPTED);
            case DECLINED ->
                ResponseEntity.status(HttpStatus.PAYMENT_REQUIRED)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(OrderProblems.declined(order, path));
            case EXPIRED, VOIDED -> throw OrderProblems.expired(order);
        };
    }

    private static ResponseEntity<Object> at(Order order, HttpStatus status) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/orders/" + order.id()))
                .body(OrderView.of(order));
    }
}
