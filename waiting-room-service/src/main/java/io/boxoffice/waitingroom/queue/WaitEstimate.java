package io.boxoffice.waitingroom.queue;

/** How long the fans ahead will take at the rate set now, with a margin on both sides. */
record WaitEstimate(long seconds, long low, long high) {
    private static final double LOW = 0.8;
    private static final double HIGH = 1.5;

    static WaitEstimate of(long ahead, int perMinute) {
        double seconds = ahead * 60.0 / perMinute;
        return new WaitEstimate(
                (long) Math.ceil(seconds), (long) Math.floor(seconds * LOW), (long) Math.ceil(seconds * HIGH));
    }
}
