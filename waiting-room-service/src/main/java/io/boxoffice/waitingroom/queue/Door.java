package io.boxoffice.waitingroom.queue;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.security.Challenges;
import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import io.boxoffice.waitingroom.event.EventOnSale.Status;
import io.boxoffice.waitingroom.token.QueueToken;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has to show a clearance: at the join, and when claiming an admission. It knows local signals only and calls nobody. */
@Component
class Door {
    /** Our clock may be that much behind the queue's, which decides. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final Challenges challenges;
    private final LineScripts scripts;
    private final Sample sample;
    private final Duration newAccount;
    private final MeterRegistry metrics;
    private final Clock clock;

    Door(
            Challenges challenges,
            LineScripts scripts,
            Sample sample,
            WaitingRoomProperties properties,
            MeterRegistry metrics,
            Clock clock) {
        this.challenges = challenges;
        this.scripts = scripts;
        this.sample = sample;
        this.newAccount = properties.challenge().newAccount();
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What stands between an admitted fan and the access token. */
    enum Pass {
        OPEN,
        CHALLENGE,
        BLOCK
    }

    /**
     * Asks those who want to join; whoever is in the line already is not asked again.
     *
     * @return whether a good clearance was shown
     * @throws io.boxoffice.common.web.ProblemException 403 {@code challenge-required, account-blocked}
     */
    boolean check(EventOnSale event, Caller fan, String deviceId, @Nullable String clearance) {
        if (isShut(event)) {
            return false;
        }
        var verdict = verdict(event, fan);
        var cleared = clearance != null
                && challenges.isCleared(clearance, Purpose.JOIN, event.eventId(), fan.sub(), deviceId);
        var asked = verdict != Verdict.CHALLENGE || cleared || !scripts.isInLine(event.eventId(), fan.sub());
        if (asked) {
            challenges.require(verdict, Purpose.JOIN, event.eventId(), fan.sub(), deviceId, clearance);
        }
        return cleared;
    }

    /** A solution would be wasted on a line that takes nobody now; joining says why. */
    private boolean isShut(EventOnSale event) {
        return event.mode() == QueueMode.OFF
                || event.status() != Status.ON
                || clock.instant().isBefore(event.firstOpening().minus(CLOCKS_DIFFER));
    }

    private Verdict verdict(EventOnSale event, Caller fan) {
        var known = challenges.verdictOn(fan.sub());
        return known == Verdict.ALLOW && (isNew(fan) || sample.contains(event.eventId(), fan.sub()))
                ? Verdict.CHALLENGE
                : known;
    }

    private boolean isNew(Caller fan) {
        var made = fan.accountCreatedAt();
        return made != null && made.isAfter(clock.instant().minus(newAccount));
    }

    /** What a verdict that came while the fan waited asks of the claim. */
    Pass pass(QueueToken place, @Nullable String clearance) {
        return switch (challenges.verdictOn(place.fan())) {
            case ALLOW -> Pass.OPEN;
            case BLOCK -> Pass.BLOCK;
            case CHALLENGE -> isCleared(place.event(), place, clearance) ? Pass.OPEN : Pass.CHALLENGE;
        };
    }

    private boolean isCleared(UUID event, QueueToken place, @Nullable String clearance) {
        return challenges.isClearedFor(clearance, Purpose.JOIN, event, place.fan(), place.deviceHash());
    }

    /**
     * Counts an access token that was not given.
     *
     * @throws io.boxoffice.common.web.ProblemException 403 {@code account-blocked}
     */
    void withheld(Pass pass) {
        metrics.counter("boxoffice.bot.decisions", "decision", pass.name().toLowerCase(Locale.ROOT), "layer", "claim")
                .increment();
        if (pass == Pass.BLOCK) {
            throw Challenges.blocked();
        }
    }
}
