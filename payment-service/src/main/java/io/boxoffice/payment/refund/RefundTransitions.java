package io.boxoffice.payment.refund;

import io.boxoffice.common.messaging.Outbox;
import io.boxoffice.payment.ledger.Ledger;
import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.refund.RefundEvent.OrderRefunded;
import io.boxoffice.payment.refund.RefundEvent.RefundFailed;
import io.boxoffice.payment.refund.RefundMoves.Change;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Every change of a refund: one guarded update, and in the same transaction, only if it really happened, what hangs on it. */
@Component
class RefundTransitions {
    private static final Logger log = LoggerFactory.getLogger(RefundTransitions.class);

    private final RefundMoves moves;
    private final Ledger ledger;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final RefundMetrics metrics;
    private final Clock clock;

    RefundTransitions(
            RefundMoves moves,
            Ledger ledger,
            Outbox outbox,
            TransactionOperations transactions,
            RefundMetrics metrics,
            Clock clock) {
        this.moves = moves;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Whether it was this caller that made the change. */
    boolean to(Refund refund, RefundStep step) {
        return change(refund, step, Change.NONE, () -> {});
    }

    /** The buyer has no tickets any more; the money goes back all the same. */
    void withoutTickets(Refund refund) {
        change(refund, RefundStep.PAYING, new Change(null, null, false), () -> {});
    }

    /** The money is on its way back. */
    void paid(Refund refund, Order order) {
        var next = refund.withTickets() ? RefundStep.FREEING : RefundStep.ENDED;
        change(refund, next, new Change(RefundStatus.SUCCEEDED, null, null), () -> {
            boolean full = moves.settle(refund);
            ledger.refunded(refund.id(), order.id(), order.charge(), refund.parts(), refund.currency());
            metrics.succeeded();
            tell(
                    order,
                    new OrderRefunded(
                            order.eventId(),
                            clock.instant(),
                            order.id(),
                            order.userId(),
                            refund.id(),
                            refund.amount(),
                            refund.currency(),
                            full,
                            refund.cause(),
                            refund.seatIds().stream().map(RefundEvent.Item::new).toList()));
        });
    }

    /** The provider will never do it: the tickets are restored first, then it has failed. */
    void givenUp(Refund refund, String failure) {
        change(
                refund,
                RefundStep.RESTORING,
                new Change(null, failure, null),
                () -> log.atError()
                        .addKeyValue("refund_id", refund.id())
                        .addKeyValue("order_id", refund.orderId())
                        .addKeyValue("failure", failure)
                        .log("refund refused by the provider"));
    }

    /** It has failed, and nothing of it is left. */
    void failed(Refund refund, Order order) {
        change(refund, RefundStep.ENDED, new Change(RefundStatus.FAILED, null, null), () -> {
            moves.letGo(refund);
            metrics.failed();
            tell(
                    order,
                    new RefundFailed(
                            order.eventId(),
                            clock.instant(),
                            order.id(),
                            order.userId(),
                            refund.id(),
                            refund.amount(),
                            refund.currency(),
                            refund.cause()));
        });
    }

    /** Inventory does not give the tickets back: nothing was begun, so only support is told. */
    void refused(Refund refund, String failure) {
        change(refund, RefundStep.ENDED, new Change(RefundStatus.FAILED, failure, null), () -> {
            moves.letGo(refund);
            metrics.refused();
        });
    }

    private boolean change(Refund refund, RefundStep to, Change change, Runnable effects) {
        boolean changed = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean moved = moves.make(refund, to, change);
            if (moved) {
                effects.run();
            }
            return moved;
        }));
        if (changed) {
            log.atInfo()
                    .addKeyValue("refund_id", refund.id())
                    .addKeyValue("order_id", refund.orderId())
                    .addKeyValue("from", refund.step())
                    .addKeyValue("to", to)
                    .log("refund moved");
        }
        return changed;
    }

    private void tell(Order order, RefundEvent event) {
        outbox.append("boxoffice.orders", order.eventId(), event.getClass().getSimpleName(), order.id(), event);
    }
}
