package io.boxoffice.payment.order;

/** What the world is told of an order. */
public enum OrderStatus {
    /** Under way; whether money is reserved may not be known yet. */
    PENDING,
    /** Money reserved, seats being confirmed. */
    AUTHORIZED,
    /** Seats sold. */
    CONFIRMED,
    /** Seats sold and paid. */
    CAPTURED,
    /** The bank refused. */
    DECLINED,
    /** Not paid in time, or not at this price; nothing was taken. */
    EXPIRED,
    /** Seats lost after the money was reserved; the reservation was given up. */
    VOIDED,
    /** Without an answer for too long; goes on when one comes. */
    STUCK,
    /** The reserved money could not be had; tickets taken back. */
    CAPTURE_FAILED,
    /** Some of the seats were given back, and their money. */
    PARTIALLY_REFUNDED,
    /** All of the seats were given back, and their money. */
    REFUNDED;

    /** Whether its money was taken, whatever was given back since. */
    public boolean isCaptured() {
        return switch (this) {
            case CAPTURED, PARTIALLY_REFUNDED, REFUNDED -> true;
            case PENDING, AUTHORIZED, CONFIRMED, DECLINED, EXPIRED, VOIDED, STUCK, CAPTURE_FAILED -> false;
        };
    }

    /** Whether the order's seats are the buyer's, or may become so. */
    boolean keepsSeats() {
        return switch (this) {
            case PENDING, AUTHORIZED, CONFIRMED, CAPTURED, STUCK, PARTIALLY_REFUNDED -> true;
            case DECLINED, EXPIRED, VOIDED, CAPTURE_FAILED, REFUNDED -> false;
        };
    }
}
