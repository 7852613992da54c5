package io.boxoffice.fraud.account;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.fraud.counter.Counters;
import io.boxoffice.fraud.counter.Observation;
import io.boxoffice.fraud.counter.Seen;
import io.boxoffice.fraud.counter.Standing;
import io.boxoffice.fraud.message.RiskMessage;
import io.boxoffice.fraud.message.RiskOutbox;
import io.boxoffice.fraud.score.Score;
import io.boxoffice.fraud.score.Scorer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Judges accounts. A change, and every so often what stands, is told in the transaction that decides it. */
@Service
public class Verdicts {
    private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

    private final Counters counters;
    private final Scorer scorer;
    private final AccountRepository accounts;
    private final RiskOutbox outbox;
    private final TransactionOperations transactions;
    private final VerdictProperties times;
    private final MeterRegistry metrics;
    private final Clock clock;

    private record Settled(Account account, boolean changed) {}

    Verdicts(
            Counters counters,
            Scorer scorer,
            AccountRepository accounts,
            RiskOutbox outbox,
            TransactionOperations transactions,
            VerdictProperties times,
            MeterRegistry metrics,
            Clock clock) {
        this.counters = counters;
        this.scorer = scorer;
        this.accounts = accounts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.times = times;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Counts what was observed and judges the account by it; the database is asked only where the verdict may change. */
    public Judgement observe(Observation observed, @Nullable UUID event, String purpose) {
        return judge(observed.user(), event, purpose, counters.count(observed));
    }

    /** Judges by what the counters know. */
    public Judgement judge(UUID user, @Nullable UUID event, String purpose, Seen seen) {
        var score = scorer.score(seen.figures());
        var now = clock.instant();
        var standing = seen.standing();
        if (standing.isPresent() && stands(standing.get(), score.decision(), now)) {
            return new Judgement(standing.get().decision(), score);
        }
        if (score.decision() == Verdict.ALLOW && accounts.find(user).isEmpty()) {
            counters.remember(user, new Standing(Verdict.ALLOW, now));
            return new Judgement(Verdict.ALLOW, score);
        }
        var settled = Objects.requireNonNull(transactions.execute(_ -> settle(user, event, purpose, score, now)));
        done(settled);
        return new Judgement(settled.account().decision(), score);
    }

    private boolean stands(Standing standing, Verdict wished, Instant now) {
        return wished.compareTo(standing.decision()) <= 0
                && (standing.decision() == Verdict.ALLOW
                        || standing.toldAt().plus(times.repeatEvery()).isAfter(now));
    }

    private Settled settle(UUID user, @Nullable UUID event, String purpose, Score score, Instant now) {
        var account = accounts.lock(user, now);
        var next = account.after(score, now);
        var changed = next != account.decision();
        var due = next != Verdict.ALLOW
                && !account.toldAt().plus(times.repeatEvery()).isAfter(now);
        if (!changed && !due) {
            return new Settled(account, false);
        }
        var decided = account.decided(next, score, Scorer.MODEL, event, now, times);
        accounts.save(decided);
        tell(decided, purpose, changed && next == Verdict.BLOCK);
        return new Settled(decided, changed);
    }

    /** Support's word: nothing so far counts any more, and the account is not blocked again for a while. */
    Optional<Account> lift(UUID user, String reason) {
        var lifted = Objects.requireNonNull(
                transactions.execute(_ -> accounts.lock(user).map(before -> lift(before, reason))));
        lifted.ifPresent(settled -> {
            counters.forget(user);
            done(settled);
        });
        return lifted.map(Settled::account);
    }

    private Settled lift(Account before, String reason) {
        var after = before.lifted(reason, clock.instant(), times);
        accounts.save(after);
        var changed = before.decision() != Verdict.ALLOW;
        if (changed) {
            tell(after, "support", false);
        }
        return new Settled(after, changed);
    }

    /** What follows the commit. */
    private void done(Settled settled) {
        var account = settled.account();
        counters.remember(account.userId(), new Standing(account.decision(), account.toldAt()));
        if (settled.changed()) {
            count(account);
        }
    }

    private void tell(Account account, String purpose, boolean flagged) {
        outbox.tell(new RiskMessage.RiskScored(
                account.eventId(),
                account.toldAt(),
                account.userId(),
                purpose,
                account.score(),
                account.decision(),
                account.reasons(),
                account.model()));
        if (flagged) {
            outbox.tell(new RiskMessage.AccountFlagged(
                    account.eventId(), account.toldAt(), account.userId(), account.decision(), account.reasons()));
        }
    }

    private void count(Account account) {
        var decision = account.decision().name().toLowerCase(Locale.ROOT);
        metrics.counter("boxoffice.bot.decisions", "decision", decision, "layer", "score")
                .increment();
        log.atInfo()
                .addKeyValue("user_id", account.userId())
                .addKeyValue("decision", decision)
                .addKeyValue("score", account.score())
                .addKeyValue("reasons", List.copyOf(account.reasons()))
                .log("verdict changed");
    }
}
