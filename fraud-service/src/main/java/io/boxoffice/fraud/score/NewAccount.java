package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** Accounts made for this sale; one of unknown age is not held against the fan. */
record NewAccount(RuleProperties.NewAccountWeight weight) implements Rule {

    @Override
    public String reason() {
        return "new-account";
    }

    @Override
    public int points(Figures figures, Instant now) {
        var made = figures.accountCreatedAt();
        return made != null && made.isAfter(now.minus(weight.youngerThan())) ? weight.points() : 0;
    }
}
