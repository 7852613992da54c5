package io.boxoffice.waitingroom.estimate;

/** Whose estimates are judged: all fans of a short line, and ever fewer of a long one. */
public final class Sampling {
    private static final long ALL_OF = 1000;

    private Sampling() {}

    /** Whether what this fan is told is remembered until the fan's turn. */
    public static boolean contains(long joinNumber) {
        return joinNumber % Long.highestOneBit(Math.max(1, joinNumber / ALL_OF)) == 0;
    }
}
