package io.boxoffice.fleet.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What tokens say of a user, whatever way they were asked for. */
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** For whom access tokens are meant: the platform's APIs. */
    static final String AUDIENCE = "boxoffice";

    private final InstantSource clock;

    TokenClaims(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            // also for a client that forgot to ask for its only scope
            context.getClaims().claim("scope", context.getRegisteredClient().getScopes());
        } else if (principal != null && principal.getPrincipal() instanceof DemoUser user) {
            describe(user, clock.instant(), context.getClaims());
        }
    }

    static void describe(DemoUser user, Instant now, JwtClaimsSet.Builder claims) {
        claims.subject(user.getName())
                .claim("preferred_username", user.username())
                .claim("email", user.email())
                .claim("email_verified", true)
                .claim("roles", List.of(user.kind().role()))
                .claim("created_at", user.createdAt(now).toString());
    }
}
