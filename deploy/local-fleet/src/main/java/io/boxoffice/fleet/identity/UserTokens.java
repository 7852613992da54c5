package io.boxoffice.fleet.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Issues access tokens straight to those who may act for any demo user. */
class UserTokens {
    static final Duration LIFETIME = Duration.ofMinutes(60);
    static final Set<String> SCOPES = Set.of("openid", "profile", "email");

    private final JwtEncoder encoder;
    private final String issuer;
    private final InstantSource clock;

    UserTokens(JwtEncoder encoder, String issuer, InstantSource clock) {
        this.encoder = encoder;
        this.issuer = issuer;
        this.clock = clock;
    }

    Jwt issue(DemoUser user, Duration lifetime) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(TokenClaims.AUDIENCE))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(lifetime))
                .id(UUID.randomUUID().toString())
                .claim("scope", SCOPES);
        TokenClaims.describe(user, now, claims);
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build()));
    }
}
