package io.boxoffice.fleet.provider.fault;

import io.boxoffice.fleet.provider.books.Intent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request or a webhook is about, for faults that strike only some. */
public record Target(@Nullable String paymentIntent, Map<String, String> metadata) {
    /** A call that concerns no intent. */
    public static final Target NONE = new Target(null, Map.of());

    /** An intent that exists. */
    public static Target of(Intent intent) {
        return new Target(intent.id(), intent.terms().metadata());
    }

    @Nullable
    String value(String key) {
        if (key.equals("payment_intent")) {
            return paymentIntent;
        }
        return metadata.get(key.substring(Fault.METADATA.length()));
    }
}
