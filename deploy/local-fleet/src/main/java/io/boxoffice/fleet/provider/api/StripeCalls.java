package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.books.Entry;
import io.boxoffice.fleet.provider.books.Ids;
import io.boxoffice.fleet.provider.books.Intent;
import io.boxoffice.fleet.provider.books.Recorded;
import io.boxoffice.fleet.provider.fault.FaultGate;
import io.boxoffice.fleet.provider.fault.Operation;
import io.boxoffice.fleet.provider.fault.Target;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What every call has in common: faults, idempotency, and one way to answer. */
class StripeCalls {
    private final Books books;
    private final FaultGate gate;
    private final Idempotency idempotency;

    StripeCalls(Books books, FaultGate gate, Idempotency idempotency) {
        this.books = books;
        this.gate = gate;
        this.idempotency = idempotency;
    }

    /** A call that only looks. */
    ResponseEntity<Json> look(Operation operation, Target target, HttpServletRequest request, Supplier<Json> answer) {
        return through(
                operation,
                target,
                request,
                decline -> ResponseEntity.ok()
                        .header("Request-Id", Ids.next("req_"))
                        .body(answer.get()));
    }

    /** A call that changes something, at most once per idempotency key. */
    ResponseEntity<Json> change(
            Operation operation,
            Target target,
            HttpServletRequest request,
            Form form,
            Function<@Nullable String, Entry> decision) {
        var key = idempotency.keyOf(request, form);
        return through(
                operation, target, request, decline -> switch (books.record(key, () -> decision.apply(decline))) {
                    case Recorded.Now(var entry) -> answer(entry, false);
                    case Recorded.Before(var entry) -> answer(entry, true);
                    case Recorded.KeyReused _ -> throw StripeRefusal.keyReused();
                });
    }

    /** The intent of a path, or the provider's 404. */
    Intent intent(String id) {
        return books.intent(id)
                .orElseThrow(() -> StripeRefusal.missing(HttpStatus.NOT_FOUND, "payment_intent", id, "intent"));
    }

    private ResponseEntity<Json> through(
            Operation operation,
            Target target,
            HttpServletRequest request,
            Function<@Nullable String, ResponseEntity<Json>> call) {
        return switch (gate.pass(operation, target, request, call)) {
            case FaultGate.Passed.Answered<ResponseEntity<Json>>(var answer) -> answer;
            case FaultGate.Passed.Failed<?> _ -> throw StripeRefusal.broken();
            case FaultGate.Passed.Cut<?> _ ->
                ResponseEntity.internalServerError().build();
        };
    }

    private static ResponseEntity<Json> answer(Entry entry, boolean again) {
        var answer = entry.decline() == null ? ResponseEntity.ok() : ResponseEntity.status(HttpStatus.PAYMENT_REQUIRED);
        answer.header("Request-Id", Ids.next("req_"));
        if (again) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(body(entry));
    }

    private static Json body(Entry entry) {
        if (entry.decline() != null) {
            return StripeJson.error(StripeRefusal.declined(entry.decline(), entry.intent()));
        }
        if (entry.refund() != null && entry.intent() != null) {
            return RefundJson.refund(entry.refund(), entry.intent());
        }
        if (entry.intent() != null) {
            return StripeJson.intent(entry.intent());
        }
        if (entry.card() != null) {
            return StripeJson.card(entry.card());
        }
        throw new IllegalStateException("an entry without an answer");
    }
}
