package io.boxoffice.gateway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The person calling.
 *
 * @param accountCreatedAt since when there is the account, if the token says it
 */
public record Subject(String id, @Nullable Instant accountCreatedAt) {

    private static final String ATTRIBUTE = Subject.class.getName();

    static Subject of(String id, JWTClaimsSet claims) {
        return new Subject(id, instant(claims.getClaim("created_at")));
    }

    /** The owner of the request's bearer token, if it had one. */
    public static @Nullable Subject of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void keepIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    private static @Nullable Instant instant(@Nullable Object claim) {
        try {
            return switch (claim) {
                case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
                case Date date -> date.toInstant();
                case String text -> Instant.parse(text);
                case null, default -> null;
            };
        } catch (DateTimeException _) {
            return null;
        }
    }
}
