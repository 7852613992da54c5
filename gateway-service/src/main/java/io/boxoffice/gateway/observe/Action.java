package io.boxoffice.gateway.observe;

import io.boxoffice.gateway.route.Endpoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** What is worth telling. */
enum Action {
    JOIN,
    HOLD,
    ORDER,
    LISTING,
    PURCHASE;

    static @Nullable Action of(Endpoint endpoint) {
        if (!HttpMethod.POST.equals(endpoint.method())) {
            return null;
        }
        return switch (endpoint.path().text()) {
            case "/events/{event_id}/queue/entries" -> JOIN;
            case "/events/{event_id}/holds" -> HOLD;
            case "/events/{event_id}/orders" -> ORDER;
            case "/resale/listings" -> LISTING;
            case "/resale/listings/{listing_id}/purchase" -> PURCHASE;
            default -> null;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
