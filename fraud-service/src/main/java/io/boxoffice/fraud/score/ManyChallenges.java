package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** Clearances collected in advance. */
record ManyChallenges(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "many-challenges";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(figures.challenges());
    }
}
