package io.boxoffice.fraud.score;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How much a figure counts.
 *
 * @param points for more than {@code over}; twice as many for more than three times that
 * @param over what is still nothing unusual
 */
record Weight(@Min(0) @Max(100) int points, @Min(0) long over) {
    private static final long FAR = 3;

    int of(long figure) {
        if (figure <= over) {
            return 0;
        }
        return figure > FAR * over ? 2 * points : points;
    }
}
