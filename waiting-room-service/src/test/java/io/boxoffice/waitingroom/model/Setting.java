package io.boxoffice.waitingroom.model;

import java.util.Random;

/** What an event and its line are configured to; times in milliseconds. */
record Setting(
        long presaleAt,
        long lobbyOpensAt,
        long opensAt,
        long closesAt,
        int rate,
        int places,
        long patience,
        long grace,
        long seed) {
    static final long START = 1_900_000_000_000L;
    static final int FANS = 12;
    static final int INSTANCES = 3;
    static final long LEASE = 120_000;
    static final long SESSION = 600_000;
    static final long POLL_LEAST = 2_000;
    static final long POLL_USUAL = 30_000;
    static final long POLL_MOST = 600_000;
    static final long POLL_BUDGET = 20_000;
    private static final long MINUTE = 60_000;

    int floor() {
        return Math.max(1, rate / 10);
    }

    int ceiling() {
        return 2 * rate;
    }

    static Setting of(Random random) {
        boolean lobby = random.nextInt(3) > 0;
        boolean presale = random.nextBoolean();
        long opens = START + (lobby || presale ? new int[] {8, 40, 240, 240}[random.nextInt(4)] * MINUTE : 0);
        return new Setting(
                presale ? START + random.nextInt(2) * MINUTE : 0,
                lobby ? START + random.nextInt(3) * MINUTE : opens,
                opens,
                opens + (random.nextInt(4) == 0 ? 60 : 10_000) * MINUTE,
                new int[] {60, 600, 60_000}[random.nextInt(3)],
                new int[] {1, 3, 1_000}[random.nextInt(3)],
                120_000,
                600_000,
                random.nextLong());
    }
}
