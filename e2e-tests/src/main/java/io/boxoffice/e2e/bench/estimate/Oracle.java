package io.boxoffice.e2e.bench.estimate;

import io.boxoffice.e2e.bench.estimate.Telling.Ahead;

/**
 * Knows the future but for its luck: when the rate will change and to what, how many will not show up, by which laws the rate
 * wavers and fans leave. It knows neither how the rate will waver nor who of those ahead will leave, which nobody can.
 */
final class Oracle {
    /** From falling silent to leaving the line. */
    private static final double NOTICED_AFTER = 110;

    private static final double ALOUD = 0.2;
    private static final double WAVERS = 35;

    private final SimulatedLine line;
    private final Scenario scenario;

    Oracle(SimulatedLine line) {
        this.line = line;
        this.scenario = line.scenario();
    }

    /** The wait of a fan from that moment on. */
    double seconds(Telling told) {
        var ahead = told.ahead();
        double before = 0;
        double turn = told.at();
        for (int i = 0; i < ahead.joined().length; i++) {
            turn = turn(told, before + ahead.each() / 2, turn);
            before += ahead.each() * remains(ahead, i, told.at(), turn);
        }
        return turn(told, before + 1, turn) - told.at();
    }

    /** The same with all luck known but who will leave: when each admission happened to be. */
    double hindsight(Telling told) {
        var ahead = told.ahead();
        double before = told.popped();
        for (int i = 0; i < ahead.joined().length; i++) {
            before += ahead.each()
                    * remains(ahead, i, told.at(), Math.max(told.at(), line.popAt(before + ahead.each() / 2)));
        }
        return Math.max(0, line.popAt(before) - told.at());
    }

    /** The probability that somebody ahead who is there now is still there at the turn. */
    private double remains(Ahead ahead, int i, double now, double turn) {
        var joined = ahead.joined()[i];
        return stays(turn - joined, ahead.horizon()[i]) / stays(now - joined, ahead.horizon()[i]);
    }

    /** When so many will have been let in, not before {@code from}. */
    private double turn(Telling told, double admissions, double from) {
        double low = from;
        double high = from + 60;
        while (admitted(told, high) < admissions) {
            high += high - low;
        }
        for (int i = 0; i < 20; i++) {
            var middle = (low + high) / 2;
            if (admitted(told, middle) < admissions) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double admitted(Telling told, double until) {
        var seconds = until - told.at();
        var plan = line.planned(until) - line.planned(told.at());
        var rate = line.planned(told.at() + 1) - line.planned(told.at());
        return plan + rate * (told.off() - 1) * WAVERS * -Math.expm1(-seconds / WAVERS);
    }

    private double stays(double age, double horizon) {
        var left = ALOUD * left(age, horizon) + (1 - ALOUD) * left(age - NOTICED_AFTER, horizon);
        return 1 - scenario.leavers() * left;
    }

    private static double left(double age, double horizon) {
        return Math.clamp(age / Math.max(1, horizon), 0, 1);
    }
}
