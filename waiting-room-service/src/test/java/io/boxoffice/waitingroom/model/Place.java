package io.boxoffice.waitingroom.model;

/** One entry, as the model knows it. */
final class Place {
    enum State {
        QUEUED,
        LEASED,
        SHOPPING,
        EXPIRED,
        ABANDONED,
        LEFT,
        LOBBY,
        LOBBY_ABANDONED;

        /** What fans are told. */
        String told() {
            return switch (this) {
                case LEASED, SHOPPING -> "ADMITTED";
                case LOBBY_ABANDONED -> "ABANDONED";
                default -> name();
            };
        }
    }

    /** The line keeps polls modulo so many units of 16 ms. */
    private static final int POLLS = 16_777_216;

    final long number;
    final int fan;
    int device;
    int session = 1;
    State state;
    String reason = "";
    /** In microseconds; the join index of those in the lobby. */
    long score;

    long deadline;
    boolean cleared;
    private long polled;
    private int step;

    Place(long number, int fan, int device, State state, long score, boolean cleared) {
        this.number = number;
        this.fan = fan;
        this.device = device;
        this.state = state;
        this.score = score;
        this.cleared = cleared;
    }

    boolean waits() {
        return state == State.QUEUED || state == State.LOBBY;
    }

    boolean isIn() {
        return state == State.LEASED || state == State.SHOPPING;
    }

    boolean inLobby() {
        return state == State.LOBBY || state == State.LOBBY_ABANDONED;
    }

    boolean canReturn(long now) {
        return (state == State.ABANDONED || state == State.LOBBY_ABANDONED) && now < deadline;
    }

    boolean isLive(long now) {
        return waits() || isIn() || canReturn(now);
    }

    /** Notes a poll. */
    void seen(long now) {
        polled = now / 16;
    }

    /** Notes the interval told: of the steps that the line knows, the next shorter one. */
    void told(long interval) {
        step = 0;
        while (step < 255 && Math.ceil(told(step + 1)) <= interval) {
            step++;
        }
    }

    long told() {
        return (long) Math.ceil(told(step));
    }

    /** What is left of the interval told. */
    long rest(long now) {
        return (long) Math.ceil(told(step) - silence(now));
    }

    private long silence(long now) {
        long units = Math.floorMod(now / 16 - polled, POLLS);
        return units < POLLS / 2 ? units * 16 : 0;
    }

    boolean isGone(long now, long patience) {
        return silence(now) >= Math.max(patience, 4 * told(step + 1));
    }

    /** Whoever was told to come back later than the lease lasts finds it when coming as told. */
    long lease(long now, long usual) {
        return Math.max(usual, (long) told(step + 1) - silence(now) + usual / 2);
    }

    boolean isTooSoon(long now) {
        return told(step) / 2 - silence(now) > 16;
    }

    boolean isOverdue(long now) {
        return silence(now) >= told(step);
    }

    boolean isDue(long now) {
        return silence(now) >= told(step) / 2;
    }

    private static double told(int step) {
        return step < 60
                ? step * 1_000 / 60.0
                : step <= 179 ? (step - 59) * 1_000L : Math.floor(120 * Math.pow(2, (step - 179) / 10.0)) * 1_000;
    }

    /** Whether all is equal that matters; {@link #toString} shows the same. */
    boolean isLike(Place other) {
        return number == other.number
                && fan == other.fan
                && device == other.device
                && state == other.state
                && reason.equals(other.reason)
                && session == other.session
                && polled % POLLS == other.polled % POLLS
                && step == other.step
                && cleared == other.cleared
                && (!isTimed() || deadline == other.deadline)
                && (!isTimed() && !waits() || score == other.score);
    }

    private boolean isTimed() {
        return !waits() && state != State.EXPIRED && state != State.LEFT;
    }

    @Override
    public String toString() {
        boolean timed = isTimed();
        return "%d fan %d/%d %s '%s' session %d%s%s polled %d/%d%s"
                .formatted(
                        number,
                        fan,
                        device,
                        state,
                        reason,
                        session,
                        timed || waits() ? " score " + score : "",
                        timed ? " until " + deadline : "",
                        polled % POLLS,
                        step,
                        cleared ? " cleared" : "");
    }

    /** What is read of an entry beyond its place. */
    Place with(String reason, int session, long deadline, long polled, int step) {
        this.reason = reason;
        this.session = session;
        this.deadline = deadline;
        this.polled = polled;
        this.step = step;
        return this;
    }
}
