package io.boxoffice.waitingroom.estimate;

import org.jspecify.annotations.Nullable;

/**
 * Learns from the readings of one line how fast it moves, how many leave it, and how true its estimates were. The same
 * readings in the same order give the same estimates, so instances agree. One thread at a time.
 */
public final class WaitEstimator {
    private final Pace pace = new Pace();
    private final Leaving leaving = new Leaving();
    private final Residuals residuals = new Residuals();
    private @Nullable Reading last;

    /** The next reading; one that is not newer than the last is nothing new. */
    public void take(Reading now) {
        var before = last;
        if (before != null && now.atMillis() <= before.atMillis()) {
            return;
        }
        if (before != null) {
            var seconds = (now.atMillis() - before.atMillis()) / 1000.0;
            leaving.measure(seconds, now.gone() - before.gone(), before.waiting());
            if (before.perMinute() > 0 && now.waiting() > 0) {
                pace.measure(seconds, now.admitted() - before.admitted());
            }
        }
        pace.set(now.perMinute(), now.atMillis());
        last = now;
    }

    /**
     * A fan's turn has come. What was told before the pace changed altogether says nothing of how sure one can be now.
     *
     * @param admitted let in until then, the fan included
     */
    public void learn(Told told, long atMillis, long admitted) {
        leaving.learn(told, admitted);
        if (told.atMillis() > pace.steadySince()) {
            residuals.add(told.estimate().residual((atMillis - told.atMillis()) / 1000.0));
        }
    }

    /** What is known now; it does not change any more. */
    public Outlook outlook() {
        var seen = last;
        var waiting = seen == null ? 0 : seen.waiting();
        return new Outlook(
                pace.copy(),
                leaving.hazard(waiting, pace.over(60)),
                residuals.stretch(),
                seen == null ? 0 : seen.admitted(),
                leaving.left());
    }
}
