package io.boxoffice.inventory.scan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a gate stays closed. */
enum Reason {
    ALREADY_USED,
    WRONG_EVENT,
    WRONG_GATE,
    REVOKED,
    REFUNDED,
    TRANSFERRED,
    LOCKED,
    CODE_EXPIRED,
    BAD_SIGNATURE,
    TOO_EARLY,
    UNKNOWN;

    /** {@code already-used} */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Reason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
