package io.boxoffice.common.security;

/** Why an admission session is over, as told on {@code boxoffice.queue}. */
public enum SessionEnd {
    /** A second device took over the place. */
    SUPERSEDED,
    /** The fan left. */
    LEFT,
    /** The fan bought. */
    PURCHASED,
    /** Its time was up. */
    EXPIRED
}
