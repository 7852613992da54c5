package io.boxoffice.common.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Verifies the waiting room's access tokens: ES256 by its published keys, bound to the event, the account and the device.
 * Whether an expired or ended session still matters is the caller's decision, so both are facts of the result.
 */
public final class AccessTokens {
    private static final String ISSUER = "boxoffice-waiting-room";
    private static final Duration LEEWAY = Duration.ofSeconds(5);

    private final DefaultJWTProcessor<SecurityContext> processor;
    private final EndedSessions endedSessions;
    private final InstantSource clock;

    AccessTokens(DefaultJWTProcessor<SecurityContext> processor, EndedSessions endedSessions, InstantSource clock) {
        this.processor = processor;
        this.endedSessions = endedSessions;
        this.clock = clock;
    }

    /**
     * The admission session a token speaks of.
     *
     * @param id the token's {@code jti}
     * @param limitKey whom the ticket limit counts
     * @param expired past {@code exp} and its leeway
     * @param ended why the session is over, where it is
     */
    public record Session(
            UUID id, UUID sub, String limitKey, Instant expiresAt, boolean expired, Optional<SessionEnd> ended) {}

    /**
     * Verifies a token as presented.
     *
     * @throws ProblemException 403 {@code access-token-required, access-token-invalid, wrong-device}; 503 while no key was ever fetched
     */
    public Session verify(@Nullable String token, UUID eventId, UUID sub, @Nullable String deviceId) {
        if (token == null || token.isBlank()) {
            throw forbidden("access-token-required", "Join the event's queue; when admitted, send its access token.");
        }
        var claims = claims(token);
        try {
            if (!ISSUER.equals(claims.getIssuer())
                    || !claims.getAudience().contains(eventId.toString())
                    || !sub.toString().equals(claims.getSubject())
                    || claims.getExpirationTime() == null
                    || isOfTheFuture(claims)) {
                throw invalid();
            }
            if (!DeviceHash.of(deviceId).equals(claims.getStringClaim("dev"))) {
                throw forbidden("wrong-device", "Send the X-Device-Id that joined the queue.");
            }
            var id = UUID.fromString(claims.getJWTID());
            var expires = claims.getExpirationTime().toInstant();
            var limitKey = claims.getStringClaim("limit_key");
            return new Session(
                    id,
                    sub,
                    limitKey == null ? sub.toString() : limitKey,
                    expires,
                    clock.instant().isAfter(expires.plus(LEEWAY)),
                    endedSessions.of(id));
        } catch (ParseException | IllegalArgumentException | NullPointerException _) {
            throw invalid();
        }
    }

    private JWTClaimsSet claims(String token) {
        try {
            return processor.process(token, null);
        } catch (KeySourceException _) {
            throw Problems.unavailable("The keys of access tokens cannot be fetched; repeat the request.");
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException _) {
            throw invalid();
        }
    }

    private boolean isOfTheFuture(JWTClaimsSet claims) {
        var issued = claims.getIssueTime();
        return issued != null && issued.toInstant().minus(LEEWAY).isAfter(clock.instant());
    }

    private static ProblemException invalid() {
        return forbidden("access-token-invalid", "This access token is not valid for this event and account.");
    }

    private static ProblemException forbidden(String code, String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, code, detail);
    }
}
