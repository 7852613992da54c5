package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Intent;
import io.boxoffice.fleet.provider.books.Refund;

/** Refunds, and charges of which some went back, as the provider writes them. */
final class RefundJson {
    private RefundJson() {}

    static Json refund(Refund refund, Intent intent) {
        var json = new Json()
                .with("id", refund.id())
                .with("object", "refund")
                .with("amount", refund.amount())
                .with("charge", intent.standing().charge())
                .with("created", refund.created())
                .with("currency", intent.terms().currency());
        if (!refund.isSucceeded()) {
            json.put("failure_reason", refund.failureReason());
        }
        return json.with("metadata", refund.metadata())
                .with("payment_intent", refund.paymentIntent())
                .with("reason", null)
                .with("status", refund.isSucceeded() ? "succeeded" : "failed");
    }

    /** The charge as it is after the refund. */
    static Json charge(Refund refund, Intent intent) {
        long captured = intent.standing().received();
        return new Json()
                .with("id", intent.standing().charge())
                .with("object", "charge")
                .with("amount", intent.terms().amount())
                .with("amount_captured", captured)
                .with("amount_refunded", refund.refundedInAll())
                .with("captured", true)
                .with("created", intent.created())
                .with("currency", intent.terms().currency())
                .with("livemode", false)
                .with("metadata", intent.terms().metadata())
                .with("paid", true)
                .with("payment_intent", intent.id())
                .with("refunded", refund.refundedInAll() == captured)
                .with("status", "succeeded");
    }
}
