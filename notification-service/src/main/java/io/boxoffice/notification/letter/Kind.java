package io.boxoffice.notification.letter;

import java.util.Arrays;

/** The kinds of letters. The most urgent first: a mass mailing never delays what somebody waits for at the till. */
public enum Kind {
    ORDER_CONFIRMED("order-confirmed", 0),
    RECEIPT("receipt", 1),
    ORDER_REFUNDED("order-refunded", 1),
    EVENT_CANCELLED("event-cancelled", Kind.MASS),
    EVENT_POSTPONED("event-postponed", Kind.MASS),
    SEATS_AVAILABLE("seats-available", Kind.MASS);

    /** The priority of letters to many. */
    public static final int MASS = 2;

    private final String word;
    private final int priority;

    Kind(String word, int priority) {
        this.word = word;
        this.priority = priority;
    }

    /** As it stands in causes, metrics and names of templates. */
    public String word() {
        return word;
    }

    /** Smaller is sooner. */
    public int priority() {
        return priority;
    }

    /** The cause of one letter of this kind. */
    public String cause(Object id) {
        return word + ":" + id;
    }

    /** The kind with this word. */
    public static Kind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + word));
    }

    /** The kind a cause begins with. */
    public static Kind ofCause(String cause) {
        return of(cause.substring(0, cause.indexOf(':')));
    }
}
