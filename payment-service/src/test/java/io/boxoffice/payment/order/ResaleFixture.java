package io.boxoffice.payment.order;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.PaymentFixture;
import io.boxoffice.payment.remote.ResaleDouble;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;

/** Somebody who buys two listed tickets of 150.00 each, through resale-service. */
abstract class ResaleFixture extends PaymentFixture {
    static final String VISA = "pm_card_visa";
    static final String PRICE = "300.00";

    Purchaser purchaser() {
        return new Purchaser(UUID.randomUUID(), resale.listed(catalog.published("EUR", "FIFO"), 2));
    }

    Answer internally(String body, Map<String, String> headers) {
        return call(HttpMethod.POST, "/internal/resale-orders", TestIssuer.internalToken(), headers, body);
    }

    /** Who buys which listing. */
    final class Purchaser {
        final UUID sub;
        final ResaleDouble.Listing listing;

        Purchaser(UUID sub, ResaleDouble.Listing listing) {
            this.sub = sub;
            this.listing = listing;
        }

        Answer purchases(String method) {
            return purchases(method, PRICE, UUID.randomUUID().toString(), "");
        }

        Answer purchases(String method, String expected, String key, String more) {
            return internally(body(method, expected, more), Map.of("Idempotency-Key", key));
        }

        String body(String method, String expected, String more) {
            return """
                    {"listing_id":"%s","event_id":"%s","user_id":"%s","email":"%s@example.test","currency":"EUR",
                     "payment_method":"%s","expected_total":%s%s}""".formatted(listing.id, listing.eventId, sub, sub, method, expected, more);
        }

        Answer gets(String path) {
            return call(HttpMethod.GET, path, TestIssuer.token(sub, "FAN"), Map.of(), null);
        }
    }
}
