package io.boxoffice.notification.subscription;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a fan may ask to be told. */
@Schema(enumAsRef = true) // a set of nameless ones is more than client generators can write
public enum NotifyKind {
    /** Seats came back after the event was sold out. */
    SEATS_AVAILABLE,
    /** The fan's turn in the waiting room is near. */
    TURN_NEAR
}
