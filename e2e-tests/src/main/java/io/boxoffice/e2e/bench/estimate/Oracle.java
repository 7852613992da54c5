package io.boxoffice.e2e.bench.estimate;

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
        double before = 0;
        double turn = told.at();
        var each = told.blocks().length == 0 ? 0 : told.ahead() / (double) told.blocks().length;
        for (var joined : told.blocks()) {
            turn = turn(told, before + each / 2, turn);
            before += each * stays(turn - joined) / stays(told.at() - joined);
        }
        return turn(told, before + 1, turn) - told.at();
    }

    /** With all luck known but who will leave: what happens to be admitted when. */
    double hindsight(Telling told) {
        double before = told.popped();
        var each = told.blocks().length == 0 ? 0 : told.ahead() / (double) told.blocks().length;
        for (var joined : told.blocks()) {
            var turn = Math.max(told.at(), line.popAt(before + each / 2));
            before += each * stays(turn - joined) / stays(told.at() - joined);
        }
        return Math.max(0, line.popAt(before) - told.at());
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

    /** The probability to be still in line at some age. */
    private double stays(double age) {
        return 1 - scenario.leavers() * (ALOUD * left(age) + (1 - ALOUD) * left(age - NOTICED_AFTER));
    }

    private double left(double age) {
        return Math.clamp(age / scenario.patience(), 0, 1);
    }
}
