package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The model {@code rules-1}: the sum of what its rules say. */
@Component
public class Scorer {
    /** The model's name, told with every score. */
    public static final String MODEL = "rules-1";

    private static final int MOST = 100;

    private final List<Rule> rules;
    private final Thresholds thresholds;
    private final Clock clock;

    private record Finding(String reason, int points) {}

    Scorer(RuleProperties weights, Thresholds thresholds, Clock clock) {
        this.rules = List.of(
                new AccountVelocity(weights.accountVelocity()),
                new AddressVelocity(weights.addressVelocity()),
                new DevicesPerAccount(weights.devicesPerAccount()),
                new AccountsPerDevice(weights.accountsPerDevice()),
                new FailedPayments(weights.failedPayments()),
                new FailedChallenges(weights.failedChallenges()),
                new ManyChallenges(weights.manyChallenges()),
                new NewAccount(weights.newAccount()));
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** Scores these figures. */
    public Score score(Figures figures) {
        Instant now = clock.instant();
        var findings = rules.stream()
                .map(rule -> new Finding(rule.reason(), rule.points(figures, now)))
                .filter(finding -> finding.points() > 0)
                .sorted(Comparator.comparingInt(Finding::points).reversed())
                .toList();
        int points = Math.min(MOST, findings.stream().mapToInt(Finding::points).sum());
        return new Score(
                points,
                thresholds.of(points),
                findings.stream().map(Finding::reason).toList());
    }
}
