package io.boxoffice.resale.offer;

import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.listing.ListingPages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a list goes on, as text that means nothing to others. */
final class Cursors {
    private static final Pattern PRICE = Pattern.compile("\\d{1,8}\\.\\d{2}");

    private Cursors() {}

    static String of(UUID last) {
        return encoded(last.toString());
    }

    static String of(BigDecimal price, UUID last) {
        return encoded(price + " " + last);
    }

    static UUID id(String cursor) {
        try {
            return UUID.fromString(decoded(cursor));
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    static ListingPages.Cheapest cheapest(String cursor) {
        try {
            var parts = decoded(cursor).split(" ", -1);
            if (parts.length != 2 || !PRICE.matcher(parts[0]).matches()) {
                throw invalid();
            }
            return new ListingPages.Cheapest(new BigDecimal(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return Problems.invalid("/cursor", "Send a next_cursor as it was given.");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
