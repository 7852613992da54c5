package io.boxoffice.fleet.provider.books;

import static io.boxoffice.fleet.provider.books.Status.REQUIRES_CAPTURE;
import static io.boxoffice.fleet.provider.books.Status.REQUIRES_CONFIRMATION;
import static io.boxoffice.fleet.provider.books.Status.REQUIRES_PAYMENT_METHOD;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment intent. Its verbs answer with what changed; whether a verb is allowed is asked first.
 *
 * @param number its place in the order of creation
 */
public record Intent(String id, long number, long created, String clientSecret, Terms terms, Standing standing) {

    /** A new intent, not confirmed. */
    public static Intent create(long number, long now, Terms terms, @Nullable String paymentMethod) {
        var id = Ids.next("pi_");
        return new Intent(id, number, now, Ids.next(id + "_secret_"), terms, Standing.fresh(paymentMethod));
    }

    /** Whether a card may be charged now. */
    @JsonIgnore
    public boolean isConfirmable() {
        return Set.of(REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION).contains(standing.status());
    }

    /** Whether reserved money may be taken now. */
    @JsonIgnore
    public boolean isCapturable() {
        return standing.status() == REQUIRES_CAPTURE;
    }

    /** Whether it may still be given up. */
    @JsonIgnore
    public boolean isCancelable() {
        return isConfirmable() || isCapturable();
    }

    /** What may be captured, in minor units. */
    @JsonIgnore
    public long capturable() {
        return isCapturable() ? terms.amount() : 0;
    }

    /** Asks the card's bank. A forced decline code stands for a bank that refuses a good card. */
    public Entry confirm(Card card, @Nullable String forcedDecline, long now) {
        var declineCode = forcedDecline == null ? card.declineCode() : forcedDecline;
        if (declineCode != null) {
            var decline = new Decline(declineCode, Ids.next("ch_"), card);
            return Entry.declined(with(Standing.declined(decline)), decline)
                    .announcing("payment_intent.payment_failed", now);
        }
        var authorised = Standing.authorised(card);
        return switch (terms.captureMethod()) {
            case MANUAL -> Entry.of(with(authorised)).announcing("payment_intent.amount_capturable_updated", now);
            case AUTOMATIC ->
                Entry.of(with(authorised.paid(terms.amount()))).announcing("payment_intent.succeeded", now);
        };
    }

    /** Takes reserved money; what is not taken is released. */
    public Entry capture(long amount, long now) {
        return Entry.of(with(standing.paid(amount))).announcing("payment_intent.succeeded", now);
    }

    /** Gives the intent up and releases what was reserved. */
    public Entry cancel(@Nullable String reason, long now) {
        return Entry.of(with(standing.canceled(now, reason))).announcing("payment_intent.canceled", now);
    }

    private Intent with(Standing changed) {
        return new Intent(id, number, created, clientSecret, terms, changed);
    }
}
