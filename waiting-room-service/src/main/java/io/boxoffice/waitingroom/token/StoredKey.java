package io.boxoffice.waitingroom.token;

import java.time.Instant;

/** A generation as stored. */
record StoredKey(int generation, String material, Instant createdAt, Instant signsFrom) {
    StoredKey with(String other) {
        return new StoredKey(generation, other, createdAt, signsFrom);
    }

    /** A key must not get into a log. */
    @Override
    public String toString() {
        return "StoredKey[generation=%d, signsFrom=%s]".formatted(generation, signsFrom);
    }
}
