package io.boxoffice.fleet.provider.books;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The states of an intent that exist here; names on the wire are in lower case. */
public enum Status {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    /** The word the provider uses. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
