package io.boxoffice.inventory.refund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why money goes back. */
enum RefundCause {
    REFUND("refund"),
    EVENT_CANCELLED("event-cancelled");

    private final String word;

    RefundCause(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }

    @JsonCreator
    static RefundCause of(String word) {
        return Arrays.stream(values())
                .filter(cause -> cause.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("refund or event-cancelled"));
    }
}
