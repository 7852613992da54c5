package io.boxoffice.payment.capture;

import io.boxoffice.payment.hold.HoldAnswer;
import io.boxoffice.payment.hold.Holds;
import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.order.OrderMoves;
import io.boxoffice.payment.order.OrderRows;
import io.boxoffice.payment.order.OrderTransitions;
import io.boxoffice.payment.order.Step;
import io.boxoffice.payment.provider.Answer;
import io.boxoffice.payment.provider.Answer.State;
import io.boxoffice.payment.provider.PaymentProvider;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the reserved money of confirmed orders. An order that cannot be captured loses its tickets only after the provider has
 * said that its intent is canceled: until then the money may still come.
 */
@Component
public class Capture {
    private static final Logger log = LoggerFactory.getLogger(Capture.class);

    private final OrderRows rows;
    private final OrderMoves moves;
    private final OrderTransitions transitions;
    private final PaymentProvider provider;
    private final Holds holds;

    Capture(OrderRows rows, OrderMoves moves, OrderTransitions transitions, PaymentProvider provider, Holds holds) {
        this.rows = rows;
        this.moves = moves;
        this.transitions = transitions;
        this.provider = provider;
        this.holds = holds;
    }

    /** Goes on with an order that is confirmed or loses its tickets; the caller has its lease. Others are left alone. */
    public void work(UUID orderId) {
        var order = rows.get(orderId);
        switch (order.step()) {
            case CONFIRMED -> settle(order, provider.capture(order.id(), order.requiredIntent()));
            case REVOKING -> revoke(order);
            case PLACED, LOCKED, INTENDED, CONFIRMING, AUTHORIZED, CLOSING, ENDED -> moves.release(order);
        }
    }

    private void settle(Order order, Answer answer) {
        switch (answer) {
            case Answer.Intent intent when intent.state() == State.CAPTURED -> transitions.captured(order);
            case Answer.Intent intent when intent.state() == State.CANCELED -> fail(order);
            case Answer.Intent intent when intent.state() == State.DECLINED -> giveUp(order, intent.declineCode());
            case Answer.Intent _, Answer.Refused _, Answer.Unknown _ -> moves.release(order);
        }
    }

    /** The bank's no is final for us; the provider must confirm that nothing stays reserved. */
    private void giveUp(Order order, @Nullable String declineCode) {
        log.atError()
                .addKeyValue("order_id", order.id())
                .addKeyValue("decline_code", declineCode)
                .log("capture refused");
        switch (provider.cancel(order.id(), order.requiredIntent())) {
            case Answer.Intent intent when intent.state() == State.CAPTURED -> transitions.captured(order);
            case Answer.Intent intent when intent.state() == State.CANCELED -> fail(order);
            case Answer.Intent _, Answer.Refused _, Answer.Unknown _ -> moves.release(order);
        }
    }

    private void fail(Order order) {
        transitions.captureFailed(order);
        var failed = rows.get(order.id());
        if (failed.step() == Step.REVOKING) {
            revoke(failed);
        }
    }

    private void revoke(Order order) {
        if (holds.revoke(order.holdKey(), "capture-failed") == HoldAnswer.DONE) {
            transitions.revoked(order);
        } else {
            moves.release(order);
        }
    }
}
