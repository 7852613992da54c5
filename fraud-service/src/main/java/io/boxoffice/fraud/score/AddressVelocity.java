package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/**
 * Many requests of others from the same address; weak by itself, since a whole campus may share one. The account's own are the
 * matter of {@link AccountVelocity} and are not held against it twice.
 */
record AddressVelocity(Weight weight) implements Rule {

    @Override
    public String reason() {
        return "address-velocity";
    }

    @Override
    public int points(Figures figures, Instant now) {
        return weight.of(Math.max(0, figures.addressRequests() - figures.actions()));
    }
}
