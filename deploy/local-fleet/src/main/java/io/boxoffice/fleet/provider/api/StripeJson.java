package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.CaptureMethod;
import io.boxoffice.fleet.provider.books.Card;
import io.boxoffice.fleet.provider.books.Decline;
import io.boxoffice.fleet.provider.books.Entry;
import io.boxoffice.fleet.provider.books.Intent;
import io.boxoffice.fleet.provider.books.Standing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider's JSON objects. The same state always gives the same text, so an answer can be given again. */
public final class StripeJson {
    /** The version of the provider's API that these objects follow; SDKs compare it with their own. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private StripeJson() {}

    static Json intent(Intent intent) {
        Standing standing = intent.standing();
        var json = object("payment_intent", intent.id());
        json.put("amount", intent.terms().amount());
        json.put("amount_capturable", intent.capturable());
        json.put("amount_received", standing.received());
        json.put("canceled_at", standing.canceledAt());
        json.put("cancellation_reason", standing.cancellationReason());
        json.put("capture_method", captureMethod(intent.terms().captureMethod()));
        json.put("client_secret", intent.clientSecret());
        json.put("confirmation_method", "automatic");
        json.put("created", intent.created());
        json.put("currency", intent.terms().currency());
        json.put("customer", null);
        json.put("description", intent.terms().description());
        json.put("last_payment_error", standing.lastError() == null ? null : declined(standing.lastError()));
        json.put("latest_charge", standing.charge());
        json.put("livemode", false);
        json.put("metadata", intent.terms().metadata());
        json.put("next_action", null);
        json.put("payment_method", standing.paymentMethod());
        json.put("payment_method_types", List.of("card"));
        json.put("status", standing.status().wire());
        return json;
    }

    static Json card(Card card) {
        var details = new Json();
        details.put("brand", card.brand());
        details.put("exp_month", card.expMonth());
        details.put("exp_year", card.expYear());
        details.put("fingerprint", card.fingerprint());
        details.put("funding", "credit");
        details.put("last4", card.last4());
        var json = object("payment_method", card.id());
        json.put("card", details);
        json.put("created", card.created());
        json.put("customer", null);
        json.put("livemode", false);
        json.put("metadata", Map.of());
        json.put("type", "card");
        return json;
    }

    static Json list(String url, List<Json> page, boolean more) {
        var json = new Json();
        json.put("object", "list");
        json.put("url", url);
        json.put("has_more", more);
        json.put("data", page);
        return json;
    }

    /** The body of a webhook about what an entry recorded. */
    public static Json event(Entry.Event event, Entry entry) {
        var intent = entry.intent();
        var json = object("event", event.id());
        json.put("api_version", API_VERSION);
        json.put("created", event.created());
        json.put("data", intent == null ? Map.of() : Map.of("object", subject(event, entry, intent)));
        json.put("livemode", false);
        json.put("pending_webhooks", 1);
        var request = new Json();
        request.put("id", null);
        request.put(
                "idempotency_key",
                entry.remembered() == null ? null : entry.remembered().key());
        json.put("request", request);
        json.put("type", event.type());
        return json;
    }

    private static Json subject(Entry.Event event, Entry entry, Intent intent) {
        var refund = entry.refund();
        if (refund == null) {
            return intent(intent);
        }
        return event.type().startsWith("charge.")
                ? RefundJson.charge(refund, intent)
                : RefundJson.refund(refund, intent);
    }

    static Json error(StripeRefusal refusal) {
        var error = new Json();
        error.put("type", refusal.type);
        putIfKnown(error, "code", refusal.code);
        putIfKnown(error, "param", refusal.param);
        error.put("message", refusal.getMessage());
        if (refusal.decline != null) {
            error.putAll(declined(refusal.decline));
        }
        if (refusal.intent != null) {
            error.put("payment_intent", intent(refusal.intent));
        }
        return new Json().with("error", error);
    }

    private static Json declined(Decline decline) {
        var error = new Json();
        error.put("type", "card_error");
        error.put("code", "card_declined");
        error.put("decline_code", decline.declineCode());
        error.put("message", decline.message());
        error.put("charge", decline.charge());
        error.put("payment_method", card(decline.card()));
        return error;
    }

    private static void putIfKnown(Json json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static String captureMethod(CaptureMethod method) {
        return switch (method) {
            case MANUAL -> "manual";
            case AUTOMATIC -> "automatic";
        };
    }

    private static Json object(String kind, String id) {
        var json = new Json();
        json.put("id", id);
        json.put("object", kind);
        return json;
    }
}
