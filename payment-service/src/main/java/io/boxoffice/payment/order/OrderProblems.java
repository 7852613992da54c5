package io.boxoffice.payment.order;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.admission.Admissions;
import io.boxoffice.payment.hold.HoldProblems;
import java.math.BigDecimal;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Refusals about orders. */
final class OrderProblems {
    private OrderProblems() {}

    static ProblemException inProgress(@Nullable UUID orderId) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "order-in-progress",
                        "An order of yours already has this hold; look at it.")
                .with("order_id", orderId);
    }

    static ProblemException priceChanged(BigDecimal total) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "price-changed", "The total is another one; ask the fan and order again.")
                .with("total_amount", total);
    }

    /** Why an order ended without a sale and without a decline. */
    static ProblemException expired(Order order) {
        return switch (order.ending() == null ? "" : order.ending().cause()) {
            case Ending.PRICE_CHANGED -> priceChanged(order.total());
            case "not-found" -> Problems.notFound();
            case "access-token-revoked" -> Admissions.revoked();
            default -> HoldProblems.expired();
        };
    }

    /** A decline is an answer that is stored and replayed, so it is a body and not an exception. */
    static ProblemDetail declined(Order order, String path) {
        var body = ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYMENT_REQUIRED, "The bank refused this payment method; nothing was charged.");
        body.setType(URI.create("urn:boxoffice:problem:payment-declined"));
        body.setTitle("Payment declined");
        body.setInstance(URI.create(path));
        body.setProperty("code", "payment-declined");
        body.setProperty("request_id", String.valueOf(MDC.get("request_id")));
        body.setProperty("retryable", false);
        body.setProperty("order_id", order.id());
        body.setProperty(
                "decline_code", order.ending() == null ? null : order.ending().declineCode());
        return body;
    }
}
