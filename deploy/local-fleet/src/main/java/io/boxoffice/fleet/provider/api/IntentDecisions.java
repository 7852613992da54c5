package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.books.CaptureMethod;
import io.boxoffice.fleet.provider.books.Decline;
import io.boxoffice.fleet.provider.books.Entry;
import io.boxoffice.fleet.provider.books.Ids;
import io.boxoffice.fleet.provider.books.Intent;
import io.boxoffice.fleet.provider.books.Terms;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each verb does to an intent, or why it does not. Runs while the books let one decide at a time. */
class IntentDecisions {
    static final Set<String> CREATE = Set.of(
            "amount",
            "automatic_payment_methods",
            "capture_method",
            "confirm",
            "confirmation_method",
            "currency",
            "description",
            "error_on_requires_action",
            "expand",
            "metadata",
            "off_session",
            "payment_method",
            "payment_method_types",
            "return_url",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "use_stripe_sdk");
    static final Set<String> CONFIRM = Set.of(
            "error_on_requires_action", "expand", "off_session", "payment_method", "return_url", "use_stripe_sdk");
    static final Set<String> CAPTURE = Set.of("amount_to_capture", "expand", "statement_descriptor");
    static final Set<String> CANCEL = Set.of("cancellation_reason", "expand");

    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");
    private static final long LARGEST_AMOUNT = 99_999_999;

    private final Books books;
    private final PaymentMethods methods;

    IntentDecisions(Books books, PaymentMethods methods) {
        this.books = books;
        this.methods = methods;
    }

    Entry create(Form form, @Nullable String forcedDecline) {
        var method = form.text("payment_method");
        var card = method == null ? null : methods.named(method);
        var terms =
                new Terms(amount(form), currency(form), captureMethod(form), form.text("description"), form.metadata());
        var intent = Intent.create(books.nextNumber(), books.now(), terms, method);
        if (!form.flag("confirm")) {
            return Entry.of(intent);
        }
        if (card == null) {
            throw StripeRefusal.invalid(
                    "parameter_missing", "payment_method", "You cannot confirm without a payment method.");
        }
        return intent.confirm(card, forcedDecline, books.now());
    }

    Entry confirm(Intent intent, Form form, @Nullable String forcedDecline) {
        var method = form.text("payment_method");
        var chosen = method == null ? intent.standing().paymentMethod() : method;
        if (!intent.isConfirmable() || chosen == null) {
            throw StripeRefusal.unexpectedState(intent, "confirm");
        }
        return intent.confirm(methods.named(chosen), forcedDecline, books.now());
    }

    Entry capture(Intent intent, Form form, @Nullable String forcedDecline) {
        var method = intent.standing().paymentMethod();
        if (!intent.isCapturable() || method == null) {
            throw StripeRefusal.unexpectedState(intent, "capture");
        }
        if (forcedDecline != null) {
            return Entry.declined(intent, new Decline(forcedDecline, Ids.next("ch_"), methods.named(method)));
        }
        var wanted = form.numberOrNone("amount_to_capture");
        long amount = wanted == null ? intent.capturable() : wanted;
        if (amount < 1 || amount > intent.capturable()) {
            throw StripeRefusal.invalid(
                    "amount_too_large", "amount_to_capture", "The amount is not within what may be captured.");
        }
        return intent.capture(amount, books.now());
    }

    Entry cancel(Intent intent, Form form) {
        var reason = form.text("cancellation_reason");
        if (reason != null && !REASONS.contains(reason)) {
            throw StripeRefusal.invalid(null, "cancellation_reason", "Invalid cancellation_reason");
        }
        if (!intent.isCancelable()) {
            throw StripeRefusal.unexpectedState(intent, "cancel");
        }
        return intent.cancel(reason, books.now());
    }

    private static long amount(Form form) {
        long amount = form.number("amount");
        if (amount < 1) {
            throw StripeRefusal.invalid("parameter_invalid_integer", "amount", "This value must be at least 1.");
        }
        if (amount > LARGEST_AMOUNT) {
            throw StripeRefusal.invalid("amount_too_large", "amount", "Amount must be no more than 999,999.99.");
        }
        return amount;
    }

    private static String currency(Form form) {
        var currency = form.required("currency").toLowerCase(Locale.ROOT);
        try {
            Currency.getInstance(currency.toUpperCase(Locale.ROOT));
            return currency;
        } catch (IllegalArgumentException e) {
            throw StripeRefusal.invalid(null, "currency", "Invalid currency");
        }
    }

    private static CaptureMethod captureMethod(Form form) {
        var method = form.text("capture_method");
        return switch (method == null ? "automatic" : method) {
            case "manual" -> CaptureMethod.MANUAL;
            case "automatic", "automatic_async" -> CaptureMethod.AUTOMATIC;
            default -> throw StripeRefusal.invalid(null, "capture_method", "Invalid capture_method");
        };
    }
}
