package io.boxoffice.payment.order;

import static io.boxoffice.payment.order.OrderSaga.Progress.MOVED;
import static io.boxoffice.payment.order.OrderSaga.Progress.RESTING;
import static io.boxoffice.payment.order.OrderSaga.Progress.UNKNOWN;

import io.boxoffice.payment.hold.LockOutcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * From seats that a keeper has for the buyer ({@link SeatKeepers}) to sold ones, one persisted step after the other:
 *
 * <pre>
 * PLACED      seats → checkout                keeper        gone: EXPIRED
 * LOCKED      price agreed?  create intent    provider      other price: seats back, EXPIRED
 * INTENDED    write down, then confirm        provider
 * CONFIRMING  look; confirm again             provider      declined: seats back or free, DECLINED; too late: EXPIRED
 * AUTHORIZED  confirm seats                   keeper        fence lost: cancel, VOIDED
 * CONFIRMED   sold; {@link io.boxoffice.payment.capture} takes the money
 * CLOSING     cancel intent, abandon seats    both          then the end that was decided
 * </pre>
 *
 * Anyone may go on with an order at any time from what is stored. Two who do at once ask the same questions under the same
 * keys, and only one of them makes each change.
 */
@Component
public class OrderSaga {
    /** Unknown answers are asked about once more at once; after that it is the reconciler's turn. */
    private static final int LOOKS = 2;

    /** What one turn of the saga came to. */
    enum Progress {
        /** The order is at another step now. */
        MOVED,
        /** No answer; it stays where it is. */
        UNKNOWN,
        /** Nothing for the saga to do. */
        RESTING
    }

    private final OrderRows rows;
    private final OrderMoves moves;
    private final OrderTransitions transitions;
    private final SeatKeepers keepers;
    private final OrderPrices prices;
    private final OrderPayment payment;
    private final OrderProperties properties;

    OrderSaga(
            OrderRows rows,
            OrderMoves moves,
            OrderTransitions transitions,
            SeatKeepers keepers,
            OrderPrices prices,
            OrderPayment payment,
            OrderProperties properties) {
        this.rows = rows;
        this.moves = moves;
        this.transitions = transitions;
        this.keepers = keepers;
        this.prices = prices;
        this.payment = payment;
        this.properties = properties;
    }

    /** Goes on with an order as far as answers come. */
    public void advance(UUID orderId) {
        int looks = LOOKS;
        while (true) {
            var order = rows.get(orderId);
            switch (turn(order)) {
                case MOVED -> looks = LOOKS;
                case RESTING -> {
                    return;
                }
                case UNKNOWN -> {
                    if (--looks == 0) {
                        rest(order);
                        return;
                    }
                }
            }
        }
    }

    private Progress turn(Order order) {
        return switch (order.step()) {
            case PLACED -> lock(order);
            case LOCKED -> agree(order);
            case INTENDED -> payment.confirm(order);
            case CONFIRMING -> payment.look(order);
            case AUTHORIZED -> sell(order);
            case CLOSING -> close(order);
            case CONFIRMED, REVOKING, ENDED -> RESTING;
        };
    }

    private Progress lock(Order order) {
        return switch (keepers.of(order).lock(order.holdKey(), order.sessionId())) {
            case LockOutcome.Locked(long fence, var checkout) -> {
                transitions.locked(order, fence, checkout, prices.of(order, checkout.seats()));
                yield MOVED;
            }
            case LockOutcome.Refused(var code, var limit) -> end(order, Ending.withoutHold(code, limit));
            case LockOutcome.Taken _ -> end(order, Ending.withoutHold(Ending.HOLD_EXPIRED));
            case LockOutcome.Unknown _ -> UNKNOWN;
        };
    }

    private Progress agree(Order order) {
        if (order.total().compareTo(order.expectedTotal()) != 0) {
            return end(order, Ending.priceChanged());
        }
        var progress = payment.intend(order);
        // an intent that was never confirmed reserves nothing, known or not
        return progress == UNKNOWN && order.isOlderThan(properties.unconfirmedAfter())
                ? end(order, Ending.unpaid())
                : progress;
    }

    private Progress sell(Order order) {
        return switch (keepers.of(order).confirm(order.holdKey(), order.requiredFence())) {
            case DONE, RETURNED -> {
                transitions.confirmed(order);
                yield MOVED;
            }
            case FENCE_LOST -> end(order, Ending.seatsLost());
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Money first: seats are given away only when it is certain that nothing can be reserved for them any more. */
    private Progress close(Order order) {
        if (!payment.isGivenUp(order)) {
            return UNKNOWN;
        }
        var ending = order.requiredEnding();
        if (ending.hold() == null) {
            transitions.ended(order, false);
            return MOVED;
        }
        return switch (keepers.of(order)
                .abandon(order.holdKey(), order.requiredFence(), ending.hold(), ending.cause())) {
            case RETURNED -> ended(order, true);
            case DONE, FENCE_LOST -> ended(order, false);
            case UNKNOWN -> UNKNOWN;
        };
    }

    private Progress ended(Order order, boolean holdReturned) {
        transitions.ended(order, holdReturned);
        return MOVED;
    }

    private Progress end(Order order, Ending ending) {
        transitions.closing(order, ending);
        return MOVED;
    }

    private void rest(Order order) {
        if (order.isOlderThan(properties.stuckAfter())) {
            transitions.stuck(order);
        }
        moves.release(order);
    }
}
