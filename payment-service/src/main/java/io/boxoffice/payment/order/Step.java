package io.boxoffice.payment.order;

/** How far an order's saga has come; each is written before what follows it is done. */
public enum Step {
    /** Written down; the hold not yet asked for. */
    PLACED,
    /** The hold is in checkout for it, seats and price are stored. */
    LOCKED,
    /** The provider has an unconfirmed intent, its id is stored. */
    INTENDED,
    /** The confirmation was sent, or is about to be. */
    CONFIRMING,
    /** Money reserved; the seats are to be confirmed. */
    AUTHORIZED,
    /** Seats sold; the money is to be taken. */
    CONFIRMED,
    /** It is decided that it ends without a sale, and how; that is to be carried out. */
    CLOSING,
    /** The money could not be had; the tickets are to be taken back. */
    REVOKING,
    /** Nothing left to do. */
    ENDED
}
