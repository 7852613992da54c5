package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** Cards that are tried one after the other. */
record FailedPayments(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "failed-payments";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(figures.declined());
    }
}
