package io.boxoffice.common.security;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** The claims of a bearer token that we use. */
public record Caller(UUID sub, @Nullable String email, List<String> roles) {

    /** The person a verified token speaks for; nobody when its subject is no UUID, as in a service's own token. */
    static Optional<Caller> of(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        try {
            return Optional.of(new Caller(
                    UUID.fromString(token.getSubject()),
                    token.getClaimAsString("email"),
                    roles == null ? List.of() : List.copyOf(roles)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether the token carries this role ({@code FAN, ORGANIZER, SCANNER, SUPPORT, OPS}). */
    public boolean has(String role) {
        return roles.contains(role);
    }
}
