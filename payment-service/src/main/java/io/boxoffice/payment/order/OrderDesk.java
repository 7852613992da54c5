package io.boxoffice.payment.order;

import io.boxoffice.common.Ids;
import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.idempotency.IdempotencyKeys.Start;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes orders: the same request twice is one order with one answer, also when the first process died in between. */
@Component
class OrderDesk {
    private final IdempotencyKeys keys;
    private final OrderMoves moves;
    private final OrderRows rows;
    private final OrderVelocity velocity;
    private final SagaRunner sagas;
    private final TransactionOperations transactions;

    OrderDesk(
            IdempotencyKeys keys,
            OrderMoves moves,
            OrderRows rows,
            OrderVelocity velocity,
            SagaRunner sagas,
            TransactionOperations transactions) {
        this.keys = keys;
        this.moves = moves;
        this.rows = rows;
        this.velocity = velocity;
        this.sagas = sagas;
        this.transactions = transactions;
    }

    /** @param checked makes the order of a request that is seen for the first time, or refuses it */
    ResponseEntity<Object> take(IdempotentRequest request, Supplier<NewOrder> checked) {
        return switch (keys.begin(request)) {
            case Start.Replay(var answer) -> answer;
            case Start.Fresh(var claim) -> answer(request, claim, () -> place(request, claim, checked.get()));
            case Start.TakenOver(var claim, var orderId) ->
                answer(request, claim, () -> orderId == null ? place(request, claim, checked.get()) : orderId);
        };
    }

    private ResponseEntity<Object> answer(IdempotentRequest request, UUID claim, Supplier<UUID> placed) {
        try {
            var order = sagas.run(placed.get());
            var answer = OrderAnswers.of(order, request.path());
            keys.complete(request, answer);
            return answer;
        } catch (ProblemException refused) {
            keys.forget(request, claim);
            throw refused;
        }
    }

    private UUID place(IdempotentRequest request, UUID claim, NewOrder order) {
        var orderId = Ids.next();
        boolean placed = Objects.requireNonNull(transactions.execute(_ -> {
            velocity.require(order.userId());
            boolean free = moves.place(order, orderId);
            if (free) {
                keys.refer(request, claim, orderId);
            }
            return free;
        }));
        if (!placed) {
            throw rows.liveOn(order.holdId())
                    .map(live -> live.userId().equals(order.userId())
                            ? OrderProblems.inProgress(live.id())
                            : anothers(order.kind()))
                    .orElseGet(() -> OrderProblems.inProgress(null));
        }
        return orderId;
    }

    /** Nobody may learn of another's hold; that a listing was for sale is no secret. */
    private static ProblemException anothers(OrderKind kind) {
        return switch (kind) {
            case PRIMARY -> Problems.notFound();
            case RESALE -> OrderProblems.gone(kind);
        };
    }
}
