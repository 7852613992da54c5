package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.books.Card;
import org.springframework.http.HttpStatus;

/** Finds the card that a payment names. */
class PaymentMethods {
    private final Books books;

    PaymentMethods(Books books) {
        this.books = books;
    }

    Card named(String id) {
        if (id.startsWith("pm_card_authenticationRequired")) {
            throw authenticationNotAvailable();
        }
        return books.card(id)
                .orElseThrow(
                        () -> StripeRefusal.missing(HttpStatus.BAD_REQUEST, "PaymentMethod", id, "payment_method"));
    }

    static StripeRefusal authenticationNotAvailable() {
        return StripeRefusal.invalid(
                "not_available_yet", "payment_method", "Cards that ask for authentication are not available yet.");
    }
}
