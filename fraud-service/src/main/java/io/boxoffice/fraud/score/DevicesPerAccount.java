package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** An account that is at home on many devices is shared, or stolen. */
record DevicesPerAccount(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "many-devices";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(figures.devices());
    }
}
