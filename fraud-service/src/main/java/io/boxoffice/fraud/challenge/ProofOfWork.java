package io.boxoffice.fraud.challenge;

import io.boxoffice.common.Ids;
import io.boxoffice.common.security.DeviceHash;
import io.boxoffice.fraud.account.Verdicts;
import io.boxoffice.fraud.challenge.ChallengeStore.Attempt;
import io.boxoffice.fraud.clearance.ClearanceSigner;
import io.boxoffice.fraud.counter.Observation;
import io.boxoffice.fraud.counter.Sign;
import io.boxoffice.fraud.message.RiskMessage.ChallengeFailed;
import io.boxoffice.fraud.message.RiskMessage.ChallengeIssued;
import io.boxoffice.fraud.message.RiskMessage.ChallengeSolved;
import io.boxoffice.fraud.message.RiskOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Issues challenges and takes their solutions. */
@Service
class ProofOfWork {
    private static final String TYPE = "pow";

    private final PuzzleMaker puzzles;
    private final ChallengeStore store;
    private final ClearanceSigner signer;
    private final Verdicts verdicts;
    private final RiskOutbox outbox;
    private final ChallengeProperties properties;
    private final MeterRegistry metrics;
    private final Clock clock;

    ProofOfWork(
            PuzzleMaker puzzles,
            ChallengeStore store,
            ClearanceSigner signer,
            Verdicts verdicts,
            RiskOutbox outbox,
            ChallengeProperties properties,
            MeterRegistry metrics,
            Clock clock) {
        this.puzzles = puzzles;
        this.store = store;
        this.signer = signer;
        this.verdicts = verdicts;
        this.outbox = outbox;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    ChallengeAnswer issue(UUID user, ChallengeRequest request) {
        var now = clock.instant();
        // whole seconds, which is all that the salt can say
        var expires = Instant.ofEpochSecond(now.plus(properties.lasts()).getEpochSecond());
        var puzzle = puzzles.make(expires);
        var challenge = new Challenge(
                Ids.next(),
                user,
                request.eventId(),
                request.purpose(),
                DeviceHash.of(request.deviceId()),
                puzzle.salt(),
                puzzle.challenge(),
                expires);
        store.save(challenge);
        outbox.tell(new ChallengeIssued(challenge.event(), now, challenge.id(), user, challenge.purpose(), TYPE));
        observe(challenge, Sign.CHALLENGE, challenge.id().toString(), now);
        count("issued");
        return new ChallengeAnswer(challenge.id(), TYPE, expires, puzzle);
    }

    SolveOutcome solve(UUID user, UUID id, long number) {
        var found = store.find(id).filter(challenge -> challenge.user().equals(user));
        if (found.isEmpty()) {
            return new SolveOutcome.Unknown();
        }
        var challenge = found.get();
        var right = PuzzleMaker.hash(challenge.salt(), number).equals(challenge.hash());
        return switch (store.attempt(challenge, right)) {
            case Attempt.Solved() -> solved(challenge);
            case Attempt.Wrong(var tries) -> failed(challenge, tries);
            case Attempt.Over() -> new SolveOutcome.Expired();
        };
    }

    private SolveOutcome solved(Challenge challenge) {
        var now = clock.instant();
        outbox.tell(new ChallengeSolved(
                challenge.event(), now, challenge.id(), challenge.user(), challenge.purpose(), TYPE));
        count("solved");
        return new SolveOutcome.Cleared(signer.sign(
                challenge.purpose(),
                challenge.event(),
                challenge.user(),
                challenge.deviceHash(),
                now,
                properties.clearanceLasts()));
    }

    private SolveOutcome failed(Challenge challenge, long tries) {
        var now = clock.instant();
        outbox.tell(new ChallengeFailed(
                challenge.event(), now, challenge.id(), challenge.user(), challenge.purpose(), TYPE));
        observe(challenge, Sign.FAILED_CHALLENGE, challenge.id() + ":" + tries, now);
        count("failed");
        return new SolveOutcome.Failed();
    }

    private void observe(Challenge challenge, Sign sign, String id, Instant now) {
        verdicts.observe(
                Observation.of(challenge.user(), sign, id, now),
                challenge.event(),
                challenge.purpose().word());
    }

    private void count(String outcome) {
        metrics.counter("boxoffice.challenges", "type", TYPE, "outcome", outcome)
                .increment();
    }
}
