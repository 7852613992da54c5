package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Card;
import io.boxoffice.fleet.provider.books.Entry;
import io.boxoffice.fleet.provider.books.Ids;
import io.boxoffice.fleet.provider.books.TestCard;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;

/** Turns what a fan typed into a payment method. The number goes no further than this class. */
class CardForm {
    private static final Set<String> ASKS_THE_FAN = Set.of("4000002500003155", "4000002760003184", "4000000000003220");

    private final InstantSource clock;

    CardForm(InstantSource clock) {
        this.clock = clock;
    }

    Entry read(Form form) {
        if (!form.required("type").equals("card")) {
            throw StripeRefusal.invalid(null, "type", "Only cards are available.");
        }
        return Entry.of(card(form));
    }

    private Card card(Form form) {
        var number = form.required("card[number]").replaceAll("[ -]", "");
        var expires = expiry(form);
        var cvc = form.text("card[cvc]");
        if (cvc != null && !cvc.matches("\\d{3,4}")) {
            throw StripeRefusal.badCard("invalid_cvc", "cvc", "Your card's security code is invalid.");
        }
        if (!hasValidChecksum(number)) {
            throw StripeRefusal.badCard("incorrect_number", "number", "Your card number is incorrect.");
        }
        if (ASKS_THE_FAN.contains(number)) {
            throw PaymentMethods.authenticationNotAvailable();
        }
        var known = TestCard.numbered(number)
                .orElseThrow(() -> StripeRefusal.badCard(
                        "card_declined", "number", "Your card was declined. Only test cards exist here."));
        return known.as(Ids.next("pm_"), clock.instant().getEpochSecond(), expires.getMonthValue(), expires.getYear());
    }

    private YearMonth expiry(Form form) {
        long month = form.number("card[exp_month]");
        long year = form.number("card[exp_year]");
        if (month < 1 || month > 12) {
            throw StripeRefusal.badCard("invalid_expiry_month", "exp_month", "The expiration month is invalid.");
        }
        long fullYear = year < 100 ? 2000 + year : year;
        var now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        if (fullYear > now.getYear() + 50
                || YearMonth.of((int) fullYear, (int) month).isBefore(now)) {
            throw StripeRefusal.badCard("invalid_expiry_year", "exp_year", "The expiration year is invalid.");
        }
        return YearMonth.of((int) fullYear, (int) month);
    }

    private static boolean hasValidChecksum(String number) {
        if (!number.matches("\\d{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
