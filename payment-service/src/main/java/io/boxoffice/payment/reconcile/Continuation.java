package io.boxoffice.payment.reconcile;

import io.boxoffice.payment.capture.Capture;
import io.boxoffice.payment.order.OrderMoves;
import io.boxoffice.payment.order.OrderRows;
import io.boxoffice.payment.order.OrderSaga;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes on with one order, wherever it stands. */
@Component
public class Continuation {
    private static final Logger log = LoggerFactory.getLogger(Continuation.class);

    private final OrderRows rows;
    private final OrderMoves moves;
    private final OrderSaga saga;
    private final Capture capture;

    Continuation(OrderRows rows, OrderMoves moves, OrderSaga saga, Capture capture) {
        this.rows = rows;
        this.moves = moves;
        this.saga = saga;
        this.capture = capture;
    }

    /** Goes on unless somebody works on it, or nothing is left to do. */
    public void unlessWorkedOn(UUID orderId) {
        if (moves.claim(orderId)) {
            claimed(orderId);
        }
    }

    /** Goes on; the caller has the lease. A failure leaves the order to whoever finds the lease lapsed. */
    void claimed(UUID orderId) {
        try {
            switch (rows.get(orderId).step()) {
                case PLACED, LOCKED, INTENDED, CONFIRMING, AUTHORIZED, CLOSING -> saga.advance(orderId);
                case CONFIRMED, REVOKING -> capture.work(orderId);
                case ENDED -> {
                    // somebody else has just finished it
                }
            }
        } catch (RuntimeException e) {
            log.atError().addKeyValue("order_id", orderId).setCause(e).log("order cannot be gone on with");
        }
    }
}
