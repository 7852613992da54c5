package io.boxoffice.inventory.race;

import java.util.stream.LongStream;

/** Which races are run: {@code -Drace.seeds=N} how many, {@code -Drace.seed=N} the first of them. */
final class Seeds {
    private static final int USUALLY = 2;

    private Seeds() {}

    static LongStream all() {
        long first = Long.getLong("race.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("race.seeds", USUALLY));
    }
}
