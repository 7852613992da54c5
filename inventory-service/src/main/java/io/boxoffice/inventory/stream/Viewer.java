package io.boxoffice.inventory.stream;

import java.time.Duration;

/** One who looks, and how far told; of the audience's thread. */
final class Viewer {
    /** Nothing was told yet. */
    static final long NOTHING = -1;

    private final Ear ear;
    private long told;
    private long saidAt;

    /** @param told the version the viewer says to have, or {@link #NOTHING} */
    Viewer(Ear ear, long told, long now) {
        this.ear = ear;
        this.told = told;
        this.saidAt = now;
    }

    Ear ear() {
        return ear;
    }

    long told() {
        return told;
    }

    /** What was told does not count any more. */
    void forget() {
        told = NOTHING;
    }

    void tell(long version, long now, byte[]... frames) {
        told = version;
        saidAt = now;
        ear.say(frames);
    }

    boolean wasToldNothingFor(Duration time, long now) {
        return now - saidAt >= time.toNanos();
    }
}
