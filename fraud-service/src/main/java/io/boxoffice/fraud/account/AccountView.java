package io.boxoffice.fraud.account;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as support sees it: the verdict, why, and what is counted now. */
record AccountView(
        UUID userId,
        Verdict decision,
        int score,
        List<String> reasons,
        String model,
        @Nullable UUID eventId,
        Instant decidedAt,
        Instant standsUntil,
        @Nullable Instant liftedAt,
        @Nullable Instant liftedUntil,
        @Nullable String liftReason,
        Figures figures) {

    static AccountView of(Account account, Figures figures) {
        return new AccountView(
                account.userId(),
                account.decision(),
                account.score(),
                account.reasons(),
                account.model(),
                account.eventId(),
                account.decidedAt(),
                account.standsUntil(),
                account.liftedAt(),
                account.liftedUntil(),
                account.liftReason(),
                figures);
    }
}
