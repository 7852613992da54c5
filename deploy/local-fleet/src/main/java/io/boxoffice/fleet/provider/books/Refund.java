package io.boxoffice.fleet.provider.books;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money given back of a payment, or refused by the bank.
 *
 * @param number its place in the order of creation
 * @param amount in minor units
 * @param refundedInAll what has gone back of the payment, this one included
 * @param failureReason why the bank refused; absent for one that succeeded
 */
public record Refund(
        String id,
        long number,
        long created,
        String paymentIntent,
        long amount,
        long refundedInAll,
        Map<String, String> metadata,
        @Nullable String failureReason) {

    /** Whether money has moved. */
    @JsonIgnore
    public boolean isSucceeded() {
        return failureReason == null;
    }

    /** What is written down of it, and told. */
    public Entry recorded(Intent intent, long now) {
        return Entry.of(this, intent).announcing(isSucceeded() ? "charge.refunded" : "refund.failed", now);
    }
}
