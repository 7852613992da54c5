package io.boxoffice.payment.order;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.admission.Admissions;
import io.boxoffice.payment.hold.HoldProblems;
import io.boxoffice.payment.hold.TicketLimit;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Refusals about orders. */
final class OrderProblems {
    private static final String TICKET_LIMIT = "ticket-limit";

    private OrderProblems() {}

    static ProblemException inProgress(@Nullable UUID orderId) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "order-in-progress",
                        "An order of yours already has these seats; look at it.")
                .with("order_id", orderId);
    }

    static ProblemException priceChanged(BigDecimal total) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "price-changed", "The total is another one; ask the fan and order again.")
                .with("total_amount", total);
    }

    /** Why an order ended without a sale and without a decline. */
    static ProblemException expired(Order order) {
        var ending = order.requiredEnding();
        return switch (ending.cause()) {
            case Ending.PRICE_CHANGED -> priceChanged(order.total());
            case TICKET_LIMIT -> ticketLimit(ending.ticketLimit());
            case "not-found" -> Problems.notFound();
            case "access-token-revoked" -> Admissions.revoked();
            default -> gone(order.kind());
        };
    }

    /** The seats cannot be had, or not any more. */
    static ProblemException gone(OrderKind kind) {
        return switch (kind) {
            case PRIMARY -> HoldProblems.expired();
            case RESALE ->
                new ProblemException(
                        HttpStatus.CONFLICT, "listing-gone", "These tickets are not for sale any more; choose others.");
        };
    }

    private static ProblemException ticketLimit(@Nullable TicketLimit limit) {
        var problem = new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                TICKET_LIMIT,
                "You would have more tickets for this event than allowed.");
        return limit == null ? problem : problem.with("limit", limit.limit()).with("used", limit.used());
    }

    /** 429: too many orders lately. */
    static ProblemException tooMany(Duration wait) {
        return new ProblemException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "purchase-velocity",
                        "This account has started many orders lately; wait a little.")
                .retryAfter(wait);
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
