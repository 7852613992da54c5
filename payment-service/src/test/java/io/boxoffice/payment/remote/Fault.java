package io.boxoffice.payment.remote;

/** How a call to another party goes wrong. {@code BEFORE}: nothing happened there; {@code AFTER}: it did. */
public enum Fault {
    ERROR_BEFORE,
    ERROR_AFTER,
    TIMEOUT_BEFORE,
    TIMEOUT_AFTER,
    RESET_BEFORE,
    RESET_AFTER;

    boolean isBefore() {
        return name().endsWith("BEFORE");
    }
}
