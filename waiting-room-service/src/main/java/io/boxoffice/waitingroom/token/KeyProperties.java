package io.boxoffice.waitingroom.token;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the keys of access and queue tokens rotate.
 *
 * @param rotateEvery how old the newest generation grows before there is another
 * @param publishAhead how long a generation is published before it signs
 * @param keepAccessKeys how long a key of access tokens stays published after it stopped signing
 * @param keepQueueKeys how long a queue token made with an older key is accepted after that key stopped signing
 * @param reloadEvery how often an instance looks for generations that others made
 * @param secret wraps keys at rest; several while it is being changed, the first of them wraps, all of them open; none: keys
 *     are stored as they are
 */
@Validated
@ConfigurationProperties("waiting-room.keys")
record KeyProperties(
        @DefaultValue("30d") @DurationMin(millis = 1) Duration rotateEvery,
        @DefaultValue("10m") @DurationMin(millis = 0) Duration publishAhead,
        @DefaultValue("25m") @DurationMin(millis = 0) Duration keepAccessKeys,
        @DefaultValue("30d") @DurationMin(millis = 0) Duration keepQueueKeys,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration reloadEvery,
        @DefaultValue @NotNull List<String> secret) {
    private static final int SHORTEST_SECRET = 32;
    private static final Duration AFTER_EXPIRY = Duration.ofMinutes(15);

    /** A token may be shown until the hold that was placed with it is bought or gone. */
    Rotation ofAccessKeys(Duration tokensLast) {
        var shown = tokensLast.plus(AFTER_EXPIRY);
        return rotation(shown.compareTo(keepAccessKeys) > 0 ? shown : keepAccessKeys);
    }

    Rotation ofQueueKeys() {
        return rotation(keepQueueKeys);
    }

    /** Another instance learns of a generation, and of its turn, at its next look. */
    private Rotation rotation(Duration keep) {
        return new Rotation(rotateEvery, publishAhead.plus(reloadEvery), keep.plus(reloadEvery));
    }

    @AssertTrue(message = "publish-ahead < rotate-every")
    boolean isPublishedBeforeTheNext() {
        return publishAhead.compareTo(rotateEvery) < 0;
    }

    @AssertTrue(message = "a secret has at least 32 characters")
    boolean isSecretLongEnough() {
        return secret.stream().allMatch(each -> each.length() >= SHORTEST_SECRET);
    }

    /** Never a secret in a log. */
    @Override
    public String toString() {
        return "KeyProperties[rotateEvery=%s, publishAhead=%s, secrets=%d]"
                .formatted(rotateEvery, publishAhead, secret.size());
    }
}
