package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Counts what came of requests for holds: {@code boxoffice_holds_total{outcome}}, the problem's code for refusals. */
@Component
class HoldFigures {
    private final MeterRegistry metrics;

    HoldFigures(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    ResponseEntity<Object> counted(Supplier<ResponseEntity<Object>> request) {
        var outcome = "failed";
        try {
            var answer = request.get();
            outcome = answer.getHeaders().containsHeader("Idempotency-Replayed") ? "repeated" : "held";
            return answer;
        } catch (ProblemException refusal) {
            outcome = refusal.code();
            throw refusal;
        } finally {
            metrics.counter("boxoffice.holds", "outcome", outcome).increment();
        }
    }
}
