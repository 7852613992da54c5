package io.boxoffice.payment.provider;

import org.jspecify.annotations.Nullable;

/** What the provider answered. */
public sealed interface Answer {
    /** The intent as it now is; {@code declineCode} only where the bank refused. */
    record Intent(String id, State state, @Nullable String declineCode) implements Answer {}

    /** A definite no to the request itself; nothing has changed. */
    record Refused(String code, boolean paymentMethodUnusable) implements Answer {}

    /** Timed out, cut off or broken: it may or may not have happened. */
    record Unknown() implements Answer {}

    /** What an intent can be. */
    enum State {
        /** Never confirmed, as far as the provider knows. */
        UNCONFIRMED,
        /** The payer has to do something first. */
        ACTION_REQUIRED,
        /** The provider itself does not know yet. */
        PROCESSING,
        /** Money reserved. */
        AUTHORIZED,
        /** Money taken. */
        CAPTURED,
        /** The bank refused. */
        DECLINED,
        /** Given up; nothing is reserved and nothing can be. */
        CANCELED
    }
}
