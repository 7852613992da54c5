package io.boxoffice.resale.purchase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who buys, as their token and request say; payment and fraud judge by it. */
record Buyer(
        UUID sub,
        @Nullable String email,
        @Nullable Instant accountCreatedAt,
        @Nullable String deviceId,
        @Nullable String address,
        @Nullable String clearance) {

    /** When the account was made, where the issuer says so in a form we know. */
    static @Nullable Instant createdAt(Jwt token) {
        try {
            return token.getClaimAsInstant("created_at");
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
