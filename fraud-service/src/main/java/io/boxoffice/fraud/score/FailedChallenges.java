package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** Solutions that were guessed. */
record FailedChallenges(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "failed-challenges";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(figures.failedChallenges());
    }
}
