package io.boxoffice.payment.order;

import io.boxoffice.common.web.ProblemException;
import org.springframework.http.HttpStatus;

/** What cannot be done with an order that is not paid; other features refuse it, too. */
public final class OrderRefusals {
    private OrderRefusals() {}

    /** 409: no money was taken, or not yet. */
    public static ProblemException notCaptured(OrderStatus status) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "order-not-captured", "Nothing has been charged for this order.")
                .with("status", status);
    }
}
