package io.boxoffice.common.security;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** The claims of a bearer token that we use. */
public record Caller(UUID sub, @Nullable String email, List<String> roles) {

    /** Reads the caller from a verified token; a token of ours always has a UUID as its subject. */
    public static Caller of(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        return new Caller(
                UUID.fromString(token.getSubject()),
                token.getClaimAsString("email"),
                roles == null ? List.of() : List.copyOf(roles));
    }

    /** Whether the token carries this role ({@code FAN, ORGANIZER, SCANNER, SUPPORT, OPS}). */
    public boolean has(String role) {
        return roles.contains(role);
    }
}
