package io.boxoffice.fleet.provider.books;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an intent is about, fixed at its creation.
 *
 * @param amount in the currency's minor unit
 */
public record Terms(
        long amount,
        String currency,
        CaptureMethod captureMethod,
        @Nullable String description,
        Map<String, String> metadata) {}
