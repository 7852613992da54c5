package io.boxoffice.common.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.boxoffice.common.security.Challenges.Purpose;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies clearances: ES256 by fraud-service's published keys, bound to purpose, event, account and device. */
final class Clearances {
    private static final Logger log = LoggerFactory.getLogger(Clearances.class);
    private static final String ISSUER = "boxoffice-fraud";
    private static final Duration LEEWAY = Duration.ofSeconds(5);

    private final DefaultJWTProcessor<SecurityContext> processor;
    private final InstantSource clock;

    Clearances(DefaultJWTProcessor<SecurityContext> processor, InstantSource clock) {
        this.processor = processor;
        this.clock = clock;
    }

    boolean isGood(@Nullable String clearance, Purpose purpose, UUID event, UUID user, String deviceHash) {
        if (clearance == null || clearance.isBlank()) {
            return false;
        }
        try {
            var claims = processor.process(clearance, null);
            return ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().contains(event.toString())
                    && user.toString().equals(claims.getSubject())
                    && purpose.word().equals(claims.getStringClaim("purpose"))
                    && deviceHash.equals(claims.getStringClaim("dev"))
                    && isFresh(claims);
        } catch (KeySourceException e) {
            log.atWarn().addKeyValue("why", e.getMessage()).log("the keys of clearances cannot be fetched");
            return false;
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException _) {
            return false;
        }
    }

    private boolean isFresh(JWTClaimsSet claims) {
        var expires = claims.getExpirationTime();
        return expires != null && !clock.instant().isAfter(expires.toInstant().plus(LEEWAY));
    }
}
