package io.boxoffice.gateway.accesstoken;

import com.nimbusds.jwt.JWTClaimsSet;
import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.identity.Subject;
import io.boxoffice.gateway.keys.TokenVerifier;
import io.boxoffice.gateway.keys.Verification;
import io.boxoffice.gateway.problem.Problem;
import io.boxoffice.gateway.route.Admission;
import io.boxoffice.gateway.route.Match;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Turns away access tokens that are not what they claim. Whether an event needs one is known to the service alone, so
 * a request without a token passes; so does one whose token cannot be judged here yet, and for a short while one whose
 * time or session is over: it may repeat a request whose answer was lost, and the service alone knows that answer.
 */
public final class AccessTokenCheck implements Step {

    private static final String ACCESS_TOKEN = "X-Access-Token";
    private static final String DEVICE = "X-Device-Id";

    private final TokenVerifier verifier;
    private final DenyList denyList;
    private final Duration repeatsFor;
    private final InstantSource clock;

    AccessTokenCheck(TokenVerifier verifier, DenyList denyList, AccessTokenProperties properties, InstantSource clock) {
        this.verifier = verifier;
        this.denyList = denyList;
        this.repeatsFor = properties.repeatsFor();
        this.clock = clock;
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var given = exchange.getRequest().getHeaders().getOrEmpty(ACCESS_TOKEN).stream()
                .filter(token -> !token.isBlank())
                .toList();
        if (given.isEmpty() || Match.of(exchange).endpoint().admission() == Admission.NOT_ASKED) {
            return Passage.granted(exchange);
        }
        if (given.size() > 1) {
            return Passage.refused(AccessTokenProblems.invalid());
        }
        return verifier.verify(given.getFirst())
                .map(verification -> switch (verification) {
                    case Verification.Valid(var claims) -> objection(exchange, claims, false);
                    case Verification.Expired(var claims) -> objection(exchange, claims, true);
                    case Verification.Invalid() -> Objection.of(AccessTokenProblems.invalid());
                    case Verification.Undecided() -> Objection.NONE;
                })
                .flatMap(objection ->
                        objection.problem() == null ? Passage.granted(exchange) : Passage.refused(objection.problem()));
    }

    private record Objection(@Nullable Problem problem) {
        static final Objection NONE = new Objection(null);

        static Objection of(Problem problem) {
            return new Objection(problem);
        }
    }

    private Objection objection(ServerWebExchange exchange, JWTClaimsSet claims, boolean expired) {
        var match = Match.of(exchange);
        var session = claims.getJWTID();
        if (session == null || !isForEvent(claims, match) || !isOf(claims, Subject.of(exchange))) {
            return Objection.of(AccessTokenProblems.invalid());
        }
        var device = exchange.getRequest().getHeaders().getFirst(DEVICE);
        if (device == null || !DeviceHash.of(device).equals(claims.getClaim("dev"))) {
            return Objection.of(AccessTokenProblems.wrongDevice());
        }
        return switch (match.endpoint().admission()) {
            case FRESH -> freshness(claims, expired);
            case GENUINE, NOT_ASKED -> Objection.NONE;
        };
    }

    private Objection freshness(JWTClaimsSet claims, boolean expired) {
        if (expired && isTooLongAgo(claims.getExpirationTime().toInstant())) {
            return Objection.of(AccessTokenProblems.expired());
        }
        return denyList.endOf(claims.getJWTID()).filter(this::isTooLongAgo).isPresent()
                ? Objection.of(AccessTokenProblems.revoked())
                : Objection.NONE;
    }

    private boolean isTooLongAgo(Instant end) {
        return end.plus(repeatsFor).isBefore(clock.instant());
    }

    private static boolean isForEvent(JWTClaimsSet claims, Match match) {
        var event = match.variables().get("event_id");
        return event != null && claims.getAudience().stream().anyMatch(event::equalsIgnoreCase);
    }

    private static boolean isOf(JWTClaimsSet claims, @Nullable Subject subject) {
        return subject != null && subject.id().equals(claims.getSubject());
    }
}
