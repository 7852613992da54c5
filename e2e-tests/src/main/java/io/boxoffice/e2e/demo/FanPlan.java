package io.boxoffice.e2e.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one fan has in mind, all of it decided by the seed and the fan's number.
 *
 * @param arrival how long after the opening they come
 * @param seats how many seats they want
 * @param sectionTaste which section they look at first
 * @param cards the cards they try, in order
 * @param ending what they do once they hold seats
 * @param random their own source of every smaller decision
 * @param pace 1 for people; less for those who think faster
 */
record FanPlan(
        Duration arrival,
        int seats,
        int sectionTaste,
        List<String> cards,
        Ending ending,
        SplittableRandom random,
        double pace) {

    static final String GOOD_CARD = "pm_card_visa";
    static final String STOLEN_CARD = "pm_card_chargeDeclinedStolenCard";
    private static final String DECLINED_CARD = "pm_card_chargeDeclined";
    private static final String EMPTY_CARD = "pm_card_chargeDeclinedInsufficientFunds";
    private static final int MOST_SEATS = 4;

    enum Ending {
        BUY,
        GIVE_BACK,
        WALK_AWAY
    }

    /** The plan of a fan who comes with a rush. */
    static FanPlan of(long seed, int fan, Rush rush, double pace) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + fan);
        return new FanPlan(
                rush.arrival(random),
                1 + random.nextInt(MOST_SEATS),
                random.nextInt(1 << 16),
                cards(random.nextInt(100)),
                ending(random.nextInt(100)),
                random,
                pace);
    }

    private static List<String> cards(int draw) {
        return switch (draw / 2) {
            case 0, 1 -> List.of(DECLINED_CARD, GOOD_CARD);
            case 2, 3 -> List.of(EMPTY_CARD, GOOD_CARD);
            case 4 -> List.of(EMPTY_CARD, EMPTY_CARD, GOOD_CARD);
            case 5 -> List.of(DECLINED_CARD, EMPTY_CARD, DECLINED_CARD);
            case 6, 7 -> List.of(STOLEN_CARD);
            default -> List.of(GOOD_CARD);
        };
    }

    private static Ending ending(int draw) {
        if (draw < 5) {
            return Ending.GIVE_BACK;
        }
        return draw < 8 ? Ending.WALK_AWAY : Ending.BUY;
    }

    /** A pause of human length. */
    void think(int fromMillis, int toMillis) throws InterruptedException {
        Thread.sleep((long) (random.nextInt(fromMillis, toMillis) * pace));
    }

    /** An idempotency key. */
    String key() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
