package io.boxoffice.payment.refund;

import static io.boxoffice.payment.refund.RefundSaga.Progress.MOVED;
import static io.boxoffice.payment.refund.RefundSaga.Progress.UNKNOWN;

import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.order.OrderRows;
import io.boxoffice.payment.provider.RefundAnswer;
import io.boxoffice.payment.provider.RefundProvider;
import io.boxoffice.payment.refund.RefundTickets.Answer;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Money back for tickets, one persisted step after the other:
 *
 * <pre>
 * LOCKING    lock the tickets      inventory   used, being sold on: FAILED; gone: FAILED, or for a cancelled event money alone
 * REVOKING   take them back        inventory
 * PAYING     write down, then ask  provider
 * ASKED      look; ask again       provider    refused for good: RESTORING
 * FREEING    seats for sale        inventory
 * RESTORING  tickets valid again   inventory   then FAILED
 * </pre>
 *
 * Anyone may go on with a refund at any time from what is stored.
 */
@Component
class RefundSaga {
    private static final Logger log = LoggerFactory.getLogger(RefundSaga.class);

    /** Unknown answers are asked about once more at once; after that it is the reconciler's turn. */
    private static final int LOOKS = 2;

    /** What one turn of the saga came to. */
    enum Progress {
        MOVED,
        UNKNOWN,
        RESTING
    }

    private final RefundRows rows;
    private final OrderRows orders;
    private final RefundMoves moves;
    private final RefundTransitions transitions;
    private final RefundTickets tickets;
    private final RefundProvider provider;

    RefundSaga(
            RefundRows rows,
            OrderRows orders,
            RefundMoves moves,
            RefundTransitions transitions,
            RefundTickets tickets,
            RefundProvider provider) {
        this.rows = rows;
        this.orders = orders;
        this.moves = moves;
        this.transitions = transitions;
        this.tickets = tickets;
        this.provider = provider;
    }

    /** Goes on with a refund as far as answers come; a surprise leaves it to whoever finds the lease lapsed. */
    void advance(UUID refundId) {
        try {
            run(refundId);
        } catch (RuntimeException e) {
            log.atError().addKeyValue("refund_id", refundId).setCause(e).log("refund cannot be gone on with");
        }
    }

    private void run(UUID refundId) {
        int looks = LOOKS;
        while (looks > 0) {
            var refund = rows.get(refundId);
            switch (turn(refund, orders.get(refund.orderId()))) {
                case MOVED -> looks = LOOKS;
                case UNKNOWN -> looks--;
                case RESTING -> {
                    return;
                }
            }
        }
        moves.release(refundId);
    }

    private Progress turn(Refund refund, Order order) {
        return switch (refund.step()) {
            case LOCKING -> lock(refund, order);
            case REVOKING -> after(tickets.revoke(refund, order), () -> transitions.to(refund, RefundStep.PAYING));
            case PAYING -> pay(refund, order);
            case ASKED -> look(refund, order);
            case FREEING -> after(tickets.free(refund, order), () -> transitions.to(refund, RefundStep.ENDED));
            case RESTORING -> restore(refund, order);
            case ENDED -> Progress.RESTING;
        };
    }

    private Progress lock(Refund refund, Order order) {
        boolean cancelled = refund.cause() == RefundCause.EVENT_CANCELLED;
        switch (tickets.lock(refund, order)) {
            case Answer.Done _ -> transitions.to(refund, RefundStep.REVOKING);
            case Answer.Gone _ when cancelled -> transitions.withoutTickets(refund);
            case Answer.Gone _ -> transitions.refused(refund, RefundProblems.RESOLD);
            case Answer.Refused(var code) when !cancelled -> transitions.refused(refund, code);
            case Answer.Refused _, Answer.Unknown _ -> {
                return UNKNOWN;
            }
        }
        return MOVED;
    }

    /** It is written down that the provider was asked before it is: from then on money may be on its way. */
    private Progress pay(Refund refund, Order order) {
        if (!transitions.to(refund, RefundStep.ASKED) || refund.amount().signum() == 0) {
            return MOVED;
        }
        return settle(rows.get(refund.id()), order, ask(refund, order));
    }

    /** Never again without a look; what the provider has never heard of is asked for again, under the same key. */
    private Progress look(Refund refund, Order order) {
        if (refund.amount().signum() == 0) {
            transitions.paid(refund, order);
            return MOVED;
        }
        var seen = provider.look(order.requiredIntent(), refund.id());
        return settle(refund, order, seen instanceof RefundAnswer.Missing ? ask(refund, order) : seen);
    }

    /** A refusal is believed only when a look finds nothing of it: a repeat after the effect may be refused, too. */
    private RefundAnswer ask(Refund refund, Order order) {
        var answer = provider.refund(
                new RefundProvider.NewRefund(refund.id(), order.id(), order.requiredIntent(), refund.amount()));
        return answer instanceof RefundAnswer.Refused
                ? switch (provider.look(order.requiredIntent(), refund.id())) {
                    case RefundAnswer.Missing _, RefundAnswer.Refused _ -> answer;
                    case RefundAnswer.Done done -> done;
                    case RefundAnswer.Unknown unknown -> unknown;
                }
                : answer;
    }

    private Progress settle(Refund refund, Order order, RefundAnswer answer) {
        return switch (answer) {
            case RefundAnswer.Done _ -> {
                transitions.paid(refund, order);
                yield MOVED;
            }
            case RefundAnswer.Refused(var code) -> {
                transitions.givenUp(refund, code);
                yield MOVED;
            }
            case RefundAnswer.Missing _, RefundAnswer.Unknown _ -> UNKNOWN;
        };
    }

    private Progress restore(Refund refund, Order order) {
        var restored = refund.withTickets() ? tickets.restore(refund, order) : new Answer.Done();
        return after(restored, () -> transitions.failed(refund, order));
    }

    private static Progress after(Answer answer, Runnable next) {
        return switch (answer) {
            case Answer.Done _ -> {
                next.run();
                yield MOVED;
            }
            case Answer.Gone _, Answer.Refused _, Answer.Unknown _ -> UNKNOWN;
        };
    }
}
