package io.boxoffice.payment.order;

import io.boxoffice.common.messaging.Outbox;
import io.boxoffice.payment.hold.Checkout;
import io.boxoffice.payment.ledger.Ledger;
import io.boxoffice.payment.order.OrderEvent.CaptureFailed;
import io.boxoffice.payment.order.OrderEvent.OrderConfirmed;
import io.boxoffice.payment.order.OrderEvent.OrderDeclined;
import io.boxoffice.payment.order.OrderEvent.OrderExpired;
import io.boxoffice.payment.order.OrderEvent.OrderPlaced;
import io.boxoffice.payment.order.OrderEvent.OrderStuck;
import io.boxoffice.payment.order.OrderEvent.OrderVoided;
import io.boxoffice.payment.order.OrderEvent.PaymentCaptured;
import io.boxoffice.payment.pricing.Price;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every change of an order: one guarded update, and in the same transaction, only if it really happened, what hangs on it. Each
 * method says whether it was this caller that made the change.
 */
@Component
public class OrderTransitions {
    private static final Logger log = LoggerFactory.getLogger(OrderTransitions.class);

    private final OrderMoves moves;
    private final OrderRows rows;
    private final OrderItems items;
    private final Ledger ledger;
    private final Outbox outbox;
    private final OrderMetrics metrics;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;

    OrderTransitions(
            OrderMoves moves,
            OrderRows rows,
            OrderItems items,
            Ledger ledger,
            Outbox outbox,
            OrderMetrics metrics,
            TransactionOperations transactions,
            JsonMapper json,
            Clock clock) {
        this.moves = moves;
        this.rows = rows;
        this.items = items;
        this.ledger = ledger;
        this.outbox = outbox;
        this.metrics = metrics;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    boolean locked(Order order, long fence, Checkout checkout, Price price) {
        var move = Move.to(Step.LOCKED)
                .with("fence", fence)
                .with("seller", checkout.sellerId())
                .with("seats", json.writeValueAsString(checkout.seats()))
                .with("fees", json.writeValueAsString(price.fees()))
                .with("tax", price.tax())
                .with("ticketFees", json.writeValueAsString(price.ticketFees()))
                .with("total", price.total());
        return change(
                order,
                move,
                () -> tell(
                        order,
                        new OrderPlaced(
                                order.eventId(),
                                now(),
                                order.id(),
                                order.userId(),
                                order.holdId(),
                                order.kind(),
                                order.currency())));
    }

    boolean intended(Order order, String intent) {
        return change(order, Move.to(Step.INTENDED).with("intent", intent), () -> {});
    }

    boolean confirming(Order order) {
        return change(order, Move.to(Step.CONFIRMING), () -> {});
    }

    boolean authorized(Order order) {
        return change(order, Move.to(Step.AUTHORIZED).as(OrderStatus.AUTHORIZED), () -> metrics.payment("authorized"));
    }

    boolean confirmed(Order order) {
        return change(order, Move.to(Step.CONFIRMED).as(OrderStatus.CONFIRMED), () -> {
            items.sell(order.id());
            metrics.checkout(OrderStatus.CONFIRMED);
            tell(
                    order,
                    new OrderConfirmed(
                            order.eventId(),
                            now(),
                            order.id(),
                            order.userId(),
                            order.holdId(),
                            order.kind(),
                            order.sellerId(),
                            order.sessionId(),
                            order.total(),
                            order.currency(),
                            order.requiredIntent(),
                            order.seats()));
        });
    }

    boolean closing(Order order, Ending ending) {
        var move = Move.to(Step.CLOSING)
                .with("endingStatus", ending.status().name())
                .with("cancelIntent", ending.cancelIntent())
                .with(
                        "holdOutcome",
                        ending.hold() == null ? null : ending.hold().name())
                .with("cause", ending.cause())
                .with("declineCode", ending.declineCode())
                .with(
                        "ticketLimit",
                        ending.ticketLimit() == null ? null : json.writeValueAsString(ending.ticketLimit()));
        return change(order, move, () -> {});
    }

    /** An order that never owned its hold was never told to exist. */
    boolean ended(Order order, boolean holdReturned) {
        var end = order.requiredEnding();
        return change(order, Move.to(Step.ENDED).as(end.status()), () -> {
            metrics.checkout(end.status());
            if (order.fence() != null) {
                metrics.payment(end.status().name().toLowerCase(Locale.ROOT));
                tell(order, farewell(order, end, holdReturned));
            }
        });
    }

    private OrderEvent farewell(Order order, Ending end, boolean holdReturned) {
        return switch (end.status()) {
            case DECLINED ->
                new OrderDeclined(
                        order.eventId(),
                        now(),
                        order.id(),
                        order.userId(),
                        order.holdId(),
                        String.valueOf(end.declineCode()),
                        rows.declinesOf(order),
                        holdReturned);
            case VOIDED ->
                new OrderVoided(order.eventId(), now(), order.id(), order.userId(), order.holdId(), end.cause());
            case PENDING,
                    AUTHORIZED,
                    CONFIRMED,
                    CAPTURED,
                    EXPIRED,
                    STUCK,
                    CAPTURE_FAILED,
                    PARTIALLY_REFUNDED,
                    REFUNDED ->
                new OrderExpired(order.eventId(), now(), order.id(), order.userId(), order.holdId(), end.cause());
        };
    }

    boolean stuck(Order order) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean marked = moves.stuck(order);
            if (marked) {
                log.atError()
                        .addKeyValue("order_id", order.id())
                        .addKeyValue("step", order.step())
                        .log("order stuck");
                tell(order, new OrderStuck(order.eventId(), now(), order.id(), order.userId(), order.paymentIntent()));
            }
            return marked;
        }));
    }

    /** The money is ours. */
    public boolean captured(Order order) {
        return change(order, Move.to(Step.ENDED).as(OrderStatus.CAPTURED), () -> {
            ledger.captured(order.id(), order.charge(), order.currency());
            metrics.payment("captured");
            tell(
                    order,
                    new PaymentCaptured(
                            order.eventId(),
                            now(),
                            order.id(),
                            order.userId(),
                            order.requiredIntent(),
                            order.total(),
                            order.currency()));
        });
    }

    /** The money can definitely not be had any more; the tickets are still to be taken back. */
    public boolean captureFailed(Order order) {
        return change(order, Move.to(Step.REVOKING).as(OrderStatus.CAPTURE_FAILED), () -> {
            items.revoke(order.id());
            metrics.payment("capture-failed");
            tell(order, new CaptureFailed(order.eventId(), now(), order.id(), order.userId(), order.paymentIntent()));
        });
    }

    /** The tickets were taken back. */
    public boolean revoked(Order order) {
        return change(order, Move.to(Step.ENDED), () -> {});
    }

    private boolean change(Order order, Move move, Runnable effects) {
        boolean changed = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean moved = moves.make(order, move);
            if (moved) {
                effects.run();
            }
            return moved;
        }));
        if (changed) {
            log.atInfo()
                    .addKeyValue("order_id", order.id())
                    .addKeyValue("event_id", order.eventId())
                    .addKeyValue("from", order.step())
                    .addKeyValue("to", move.to())
                    .log("order moved");
        }
        return changed;
    }

    private void tell(Order order, OrderEvent event) {
        outbox.append("boxoffice.orders", order.eventId(), event.getClass().getSimpleName(), order.id(), event);
    }

    private Instant now() {
        return clock.instant();
    }
}
