package io.boxoffice.common.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The claims of a bearer token that we use.
 *
 * @param accountCreatedAt unknown where the issuer does not say it
 */
public record Caller(
        UUID sub,
        @Nullable String email,
        List<String> roles,
        @Nullable Instant accountCreatedAt) {
    private static final String CREATED_AT = "created_at";

    /** The person a verified token speaks for; nobody when its subject is no UUID, as in a service's own token. */
    public static Optional<Caller> of(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        try {
            return Optional.of(new Caller(
                    UUID.fromString(token.getSubject()),
                    token.getClaimAsString("email"),
                    roles == null ? List.of() : List.copyOf(roles),
                    createdAt(token)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A claim that says no time says nothing; it does not lock the account out. */
    private static @Nullable Instant createdAt(Jwt token) {
        try {
            return token.hasClaim(CREATED_AT) ? token.getClaimAsInstant(CREATED_AT) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Whether the token carries this role ({@code FAN, ORGANIZER, SCANNER, SUPPORT, OPS}). */
    public boolean has(String role) {
        return roles.contains(role);
    }
}
