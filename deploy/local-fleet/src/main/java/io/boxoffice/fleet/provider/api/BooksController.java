package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.books.Intent;
import io.boxoffice.fleet.provider.books.Status;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Control API: the provider's books, for whoever reconciles. */
@RestController
class BooksController {
    private final Books books;

    BooksController(Books books) {
        this.books = books;
    }

    /** One payment; amounts in the currency's major unit. */
    record Payment(
            String paymentIntent,
            @Nullable String orderId,
            BigDecimal amount,
            BigDecimal captured,
            BigDecimal refunded,
            String currency,
            Status status) {

        static Payment of(Intent intent, long refunded) {
            var currency = intent.terms().currency().toUpperCase(Locale.ROOT);
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return new Payment(
                    intent.id(),
                    intent.terms().metadata().get("order_id"),
                    BigDecimal.valueOf(intent.terms().amount(), digits),
                    BigDecimal.valueOf(intent.standing().received(), digits),
                    BigDecimal.valueOf(refunded, digits),
                    currency,
                    intent.standing().status());
        }
    }

    @GetMapping("/_control/books")
    Map<String, List<Payment>> books() {
        var payments = books.intentsBefore(Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(intent -> Payment.of(intent, books.refundedOf(intent.id())))
                .toList();
        return Map.of("payments", payments.reversed());
    }
}
