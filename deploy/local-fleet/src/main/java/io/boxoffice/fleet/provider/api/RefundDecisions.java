package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.books.Entry;
import io.boxoffice.fleet.provider.books.Ids;
import io.boxoffice.fleet.provider.books.Intent;
import io.boxoffice.fleet.provider.books.Refund;
import io.boxoffice.fleet.provider.books.Status;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Whether money goes back. Runs while the books let one decide at a time. */
class RefundDecisions {
    static final Set<String> CREATE = Set.of("amount", "expand", "metadata", "payment_intent", "reason");
    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    private final Books books;

    RefundDecisions(Books books) {
        this.books = books;
    }

    /** A forced decline stands for a bank that sends the money back. */
    Entry create(Form form, @Nullable String forcedDecline) {
        var reason = form.text("reason");
        if (reason != null && !REASONS.contains(reason)) {
            throw StripeRefusal.invalid(null, "reason", "Invalid reason");
        }
        var intent = paid(form.required("payment_intent"));
        long before = books.refundedOf(intent.id());
        long amount = amount(form, intent.standing().received() - before);
        var refund = new Refund(
                Ids.next("re_"),
                books.nextRefundNumber(),
                books.now(),
                intent.id(),
                amount,
                forcedDecline == null ? before + amount : before,
                form.metadata(),
                forcedDecline);
        return refund.recorded(intent, books.now());
    }

    private Intent paid(String id) {
        var intent = books.intent(id)
                .orElseThrow(
                        () -> StripeRefusal.missing(HttpStatus.BAD_REQUEST, "payment_intent", id, "payment_intent"));
        if (intent.standing().status() != Status.SUCCEEDED) {
            throw StripeRefusal.unexpectedState(intent, "refund");
        }
        return intent;
    }

    private static long amount(Form form, long left) {
        if (left == 0) {
            throw StripeRefusal.invalid("charge_already_refunded", null, "The charge has already been refunded.");
        }
        var wanted = form.numberOrNone("amount");
        long amount = wanted == null ? left : wanted;
        if (amount < 1 || amount > left) {
            throw StripeRefusal.invalid("amount_too_large", "amount", "The amount is not within what may go back.");
        }
        return amount;
    }
}
