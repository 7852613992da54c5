package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** Nobody acts that often within a minute. */
record AccountVelocity(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "account-velocity";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(figures.actions());
    }
}
