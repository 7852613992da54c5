package io.boxoffice.waitingroom.estimate;

import io.boxoffice.waitingroom.estimate.Residuals.Stretch;
import java.util.Optional;

/** What is known of a line at one moment: how long it takes from any place in it. */
public final class Outlook {
    private static final int ROUNDS = 4;

    private final Pace pace;
    private final Places places;
    private final double hazard;
    private final Stretch stretch;
    private final double left;
    private final Reading seen;

    Outlook(Pace pace, Places places, double hazard, Stretch stretch, double left, Reading seen) {
        this.seen = seen;
        this.left = left;
        this.pace = pace;
        this.places = places;
        this.hazard = hazard;
        this.stretch = stretch;
    }

    /** How long somebody waits behind so many; empty while nobody is let in. */
    public Optional<WaitEstimate> behind(long ahead) {
        if (pace.over(1) <= 0) {
            return Optional.empty();
        }
        // the fan's own admission is one more
        var toGo = ahead + 1.0;
        var seconds = toGo / pace.over(1);
        for (int i = 0; i < ROUNDS; i++) {
            seconds = drained(toGo, pace.over(seconds));
        }
        var admissions = pace.over(seconds) * seconds;
        var unknown = pace.doubt();
        // those for whom there is no room now wait for places to come back
        var roomless = toGo - places.free();
        if (roomless > 0) {
            var untilRoom = drained(roomless, places.perSecond());
            if (untilRoom > seconds) {
                unknown = Math.hypot(unknown, places.doubt() * (1 - seconds / untilRoom));
                seconds = untilRoom;
            }
        }
        var doubt = Doubt.of(seconds, admissions, Math.max(0, 1 - admissions / toGo), unknown);
        return Optional.of(new WaitEstimate(
                seconds * Math.exp(doubt * stretch.middle()),
                seconds * Math.exp(doubt * stretch.low()),
                seconds * Math.exp(doubt * stretch.high()),
                seconds,
                doubt));
    }

    /** The latest reading it stands on. */
    public Reading seen() {
        return seen;
    }

    /** What to remember of a fan who is told this. */
    public Told told(long atMillis, long ahead, WaitEstimate estimate) {
        return new Told(atMillis, ahead, seen.admitted(), left, estimate);
    }

    /** When as many are gone, let in at this rate or left meanwhile: of those n there, n × hazard leave each second. */
    private double drained(double n, double perSecond) {
        var left = hazard * n / perSecond;
        return left < 1e-6 ? n / perSecond : Math.log1p(left) / hazard;
    }
}
