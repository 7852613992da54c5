package io.boxoffice.draw.verify;

import org.jspecify.annotations.Nullable;

/**
 * What whoever checks knows from elsewhere.
 *
 * @param entry own place, if any
 * @param commitment as noted down before the lobby opened
 */
public record Expectations(@Nullable Entry entry, byte @Nullable [] commitment) {

    public static final Expectations NONE = new Expectations(null, null);

    /** A fan's receipt. */
    public record Entry(long joinIndex, byte[] leaf) {}
}
