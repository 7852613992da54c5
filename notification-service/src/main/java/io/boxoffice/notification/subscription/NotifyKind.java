package io.boxoffice.notification.subscription;

/** What a fan may ask to be told. */
public enum NotifyKind {
    /** Seats came back after the event was sold out. */
    SEATS_AVAILABLE,
    /** The fan's turn in the waiting room is near. */
    TURN_NEAR
}
