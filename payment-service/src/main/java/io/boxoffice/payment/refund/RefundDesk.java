package io.boxoffice.payment.refund;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.idempotency.IdempotencyKeys.Start;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.order.OrderRefusals;
import io.boxoffice.payment.order.OrderRows;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes refunds: the same request twice is one refund with one answer, also when the first process died in between. */
@Component
class RefundDesk {
    private final IdempotencyKeys keys;
    private final RefundPlacing placing;
    private final OrderRows orders;
    private final RefundRunner runner;
    private final TransactionOperations transactions;

    RefundDesk(
            IdempotencyKeys keys,
            RefundPlacing placing,
            OrderRows orders,
            RefundRunner runner,
            TransactionOperations transactions) {
        this.keys = keys;
        this.placing = placing;
        this.orders = orders;
        this.runner = runner;
        this.transactions = transactions;
    }

    ResponseEntity<Object> take(IdempotentRequest request, NewRefund wanted) {
        return switch (keys.begin(request)) {
            case Start.Replay(var answer) -> answer;
            case Start.Fresh(var claim) -> answer(request, claim, () -> place(request, claim, wanted));
            case Start.TakenOver(var claim, var refundId) ->
                answer(request, claim, () -> refundId == null ? place(request, claim, wanted) : refundId);
        };
    }

    private ResponseEntity<Object> answer(IdempotentRequest request, UUID claim, Supplier<UUID> placed) {
        try {
            var refund = runner.run(placed.get());
            if (refund.status() == RefundStatus.FAILED && RefundProblems.isRefusal(refund)) {
                throw RefundProblems.refused(String.valueOf(refund.failure()));
            }
            ResponseEntity<Object> answer = ResponseEntity.status(HttpStatus.ACCEPTED)
                    .location(URI.create("/api/v1/orders/" + refund.orderId() + "/refunds/" + refund.id()))
                    .body(RefundView.of(refund));
            keys.complete(request, answer);
            return answer;
        } catch (ProblemException refused) {
            keys.forget(request, claim);
            throw refused;
        }
    }

    private UUID place(IdempotentRequest request, UUID claim, NewRefund wanted) {
        transactions.executeWithoutResult(_ -> {
            var order = orders.find(wanted.orderId()).orElseThrow(Problems::notFound);
            var refundable = placing.lock(order.id()).orElseThrow(() -> OrderRefusals.notCaptured(order.status()));
            switch (RefundPlan.ofSeats(refundable, wanted.seatIds(), wanted.includeFees())) {
                case RefundPlan.Give give -> {
                    if (!placing.place(wanted, give)) {
                        throw RefundProblems.alreadyRefunded(null);
                    }
                    keys.refer(request, claim, wanted.id());
                }
                case RefundPlan.AlreadyRefunded(var refundId) -> throw RefundProblems.alreadyRefunded(refundId);
                case RefundPlan.Resold _ -> throw RefundProblems.refused(RefundProblems.RESOLD);
                case RefundPlan.UnknownSeat(var seatId) -> throw RefundProblems.unknownSeat(seatId);
            }
        });
        return wanted.id();
    }
}
