package io.boxoffice.gateway.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

class MovableClock implements InstantSource {

    private Instant now = Instant.parse("2027-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void move(Duration by) {
        now = now.plus(by);
    }
}
