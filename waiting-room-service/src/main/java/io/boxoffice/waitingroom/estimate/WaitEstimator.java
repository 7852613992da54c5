package io.boxoffice.waitingroom.estimate;

import org.jspecify.annotations.Nullable;

/**
 * Learns from the readings of one line how fast it moves, how many leave it, and how true its estimates were. The same
 * readings in the same order give the same estimates, so instances agree. One thread at a time.
 */
public final class WaitEstimator {
    /** In milliseconds: what happened in a longer one is not known well enough. */
    private static final long LONGEST_GAP = 10_000;

    private static final Reading NOTHING = new Reading(0, 0, 0, 0, 0, 0, 0);

    private final Pace pace = new Pace();
    private final Places places = new Places();
    private final Leaving leaving = new Leaving();
    private final Residuals residuals = new Residuals();
    private @Nullable Reading last;

    /** The next reading; one that is not newer than the last is nothing new. */
    public void take(Reading now) {
        var before = last;
        if (before != null && now.atMillis() <= before.atMillis()) {
            return;
        }
        if (before != null && now.life() == before.life() && now.atMillis() - before.atMillis() <= LONGEST_GAP) {
            measure(before, now, (now.atMillis() - before.atMillis()) / 1000.0);
        }
        pace.set(new Ramp(now.perMinute() / 60, now.climbsTo() / 60), now.atMillis());
        places.set(now.places(), now.taken());
        last = now;
    }

    private void measure(Reading before, Reading now, double seconds) {
        leaving.measure(seconds, now.gone() - before.gone(), before.waiting());
        var admitted = now.admitted() - before.admitted();
        places.measure(seconds, admitted - (now.taken() - before.taken()), before.taken());
        // a line without anybody in it, a paused one, or one before a full site does not show how fast it could be
        if (before.perMinute() > 0 && before.inLine() > 0 && now.inLine() > 0 && before.hasRoom() && now.hasRoom()) {
            pace.measure(seconds, admitted);
        }
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
        var seen = last == null ? NOTHING : last;
        return new Outlook(
                pace.copy(),
                places.copy(),
                leaving.hazard(seen.waiting(), pace.over(60)),
                residuals.stretch(),
                leaving.left(),
                seen);
    }
}
