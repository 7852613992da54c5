package io.boxoffice.fraud.score;

import io.boxoffice.fraud.counter.Figures;
import java.time.Instant;

/** One thing that makes an account suspicious. */
interface Rule {

    /** The word by which support explains it. */
    String reason();

    /** How much it counts against these figures; 0 when it does not hold. */
    int points(Figures figures, Instant now);
}
