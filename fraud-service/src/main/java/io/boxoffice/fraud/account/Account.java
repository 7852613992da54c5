package io.boxoffice.fraud.account;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.fraud.score.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The verdict that stands on an account.
 *
 * @param eventId where it was judged last
 * @param toldAt when it was told last
 * @param standsUntil a milder score counts only after this
 * @param liftedUntil support vouches for the account: no BLOCK before this
 */
record Account(
        UUID userId,
        @Nullable UUID eventId,
        Verdict decision,
        int score,
        List<String> reasons,
        String model,
        Instant decidedAt,
        Instant toldAt,
        Instant standsUntil,
        @Nullable Instant liftedAt,
        @Nullable Instant liftedUntil,
        @Nullable String liftReason) {

    /** What this score makes of the account: worse at once, milder only when the verdict has stood its time. */
    Verdict after(Score scored, Instant now) {
        var wished = scored.decision();
        if (wished == Verdict.BLOCK && liftedUntil != null && now.isBefore(liftedUntil)) {
            wished = Verdict.CHALLENGE;
        }
        return wished.compareTo(decision) >= 0 || !now.isBefore(standsUntil) ? wished : decision;
    }

    /** The account under the verdict that this score leads to. */
    Account decided(
            Verdict next, Score scored, String model, @Nullable UUID event, Instant now, VerdictProperties times) {
        var supported = scored.decision().compareTo(next) >= 0;
        return new Account(
                userId,
                event == null ? eventId : event,
                next,
                supported || next != decision ? scored.points() : score,
                supported || next != decision ? scored.reasons() : reasons,
                model,
                next == decision ? decidedAt : now,
                now,
                supported ? now.plus(times.lasts(next)) : standsUntil,
                liftedAt,
                liftedUntil,
                liftReason);
    }

    /** The account as support leaves it. */
    Account lifted(String reason, Instant now, VerdictProperties times) {
        return new Account(
                userId,
                eventId,
                Verdict.ALLOW,
                0,
                List.of(),
                model,
                decision == Verdict.ALLOW ? decidedAt : now,
                now,
                now,
                now,
                now.plus(times.liftLasts()),
                reason);
    }
}
