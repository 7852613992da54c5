package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** Many requests from one address; weak by itself, since a whole campus may share one. */
record AddressVelocity(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "address-velocity";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(figures.addressRequests());
    }
}
