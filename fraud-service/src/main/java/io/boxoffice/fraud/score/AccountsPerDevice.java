package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** One device that speaks for many accounts is a farm. */
record AccountsPerDevice(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "many-accounts-on-device";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(figures.accountsOnDevice());
    }
}
