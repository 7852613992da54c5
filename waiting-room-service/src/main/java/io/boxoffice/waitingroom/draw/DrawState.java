package io.boxoffice.waitingroom.draw;

/** How far a draw is. */
enum DrawState {
    /** The seed is fixed; fans may join. */
    COMMITTED,
    /** The lobby is over; the last leaves are being written. */
    CLOSED,
    /** Everybody has a position. */
    DRAWN
}
