package io.boxoffice.fleet.provider.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: everything that one request changed, so that either all of it happened or nothing.
 *
 * @param intent the intent as it is after the change
 * @param card a card that was created
 * @param refund money that went back, or should have
 * @param decline set when the answer was the bank's refusal
 * @param event what is to be told by webhook; it describes the intent of this line
 * @param remembered the idempotency key that this line answers
 * @param settled the event that needs no further delivery
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        @Nullable Intent intent,
        @Nullable Card card,
        @Nullable Refund refund,
        @Nullable Decline decline,
        @Nullable Event event,
        @Nullable Remembered remembered,
        @Nullable String settled) {

    /**
     * An event to be delivered.
     *
     * @param created in seconds
     */
    public record Event(String id, String type, long created) {}

    /**
     * An idempotency key with the request it was used for.
     *
     * @param fingerprint keyed hash of the request
     * @param at in seconds
     */
    public record Remembered(String key, String fingerprint, long at) {}

    /** An intent that was created or changed. */
    public static Entry of(Intent intent) {
        return new Entry(intent, null, null, null, null, null, null);
    }

    /** A card that was created. */
    public static Entry of(Card card) {
        return new Entry(null, card, null, null, null, null, null);
    }

    /** A refund, and the intent it is of. */
    public static Entry of(Refund refund, Intent intent) {
        return new Entry(intent, null, refund, null, null, null, null);
    }

    /** A refusal by the bank, and the intent as it stands after it. */
    public static Entry declined(Intent intent, Decline decline) {
        return new Entry(intent, null, null, decline, null, null, null);
    }

    static Entry settled(String event) {
        return new Entry(null, null, null, null, null, null, event);
    }

    Entry announcing(String type, long now) {
        return new Entry(intent, card, refund, decline, new Event(Ids.next("evt_"), type, now), remembered, settled);
    }

    Entry remembering(@Nullable Remembered key) {
        return new Entry(intent, card, refund, decline, event, key, settled);
    }
}
