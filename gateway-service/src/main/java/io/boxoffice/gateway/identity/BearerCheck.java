package io.boxoffice.gateway.identity;

import static org.springframework.http.HttpHeaders.AUTHORIZATION;

import com.nimbusds.jwt.JWTClaimsSet;
import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.keys.TokenVerifier;
import io.boxoffice.gateway.keys.Verification;
import io.boxoffice.gateway.problem.Problem;
import io.boxoffice.gateway.route.Match;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Authenticates by bearer token where the route table asks for it. */
public final class BearerCheck implements Step {

    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9-._~+/]+=*) *", Pattern.CASE_INSENSITIVE);
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final TokenVerifier verifier;

    BearerCheck(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var given = exchange.getRequest().getHeaders().getOrEmpty(AUTHORIZATION);
        return switch (Match.of(exchange).endpoint().caller()) {
            case AUTHENTICATED -> given.isEmpty() ? Passage.refused(unauthenticated("Bearer")) : authenticate(exchange);
            case PUBLIC -> given.isEmpty() ? Passage.granted(exchange) : authenticate(exchange);
            // known by other proofs: a bearer token that ran out while waiting must not get in the way
            case QUEUE_TOKEN, PROVIDER -> Passage.granted(withoutBearer(exchange));
        };
    }

    private Mono<Passage> authenticate(ServerWebExchange exchange) {
        var given = exchange.getRequest().getHeaders().getOrEmpty(AUTHORIZATION);
        var bearer = BEARER.matcher(given.getFirst());
        if (given.size() > 1 || !bearer.matches()) {
            return Passage.refused(unauthenticated("Bearer error=\"invalid_request\""));
        }
        return verifier.verify(bearer.group(1)).flatMap(verification -> switch (verification) {
            case Verification.Valid(var claims) -> identify(exchange, claims);
            case Verification.Expired _ -> Passage.refused(badToken("The token has expired"));
            case Verification.Invalid() -> Passage.refused(badToken("The token is not valid"));
            case Verification.Undecided() ->
                Passage.refused(Problem.serviceUnavailable(
                        HttpStatus.SERVICE_UNAVAILABLE, "The identity provider cannot be reached."));
        });
    }

    private static Mono<Passage> identify(ServerWebExchange exchange, JWTClaimsSet claims) {
        var subject = claims.getSubject();
        if (subject == null || !UUID.matcher(subject).matches()) {
            return Passage.refused(badToken("The token names no person"));
        }
        Subject.of(subject, claims).keepIn(exchange);
        return Passage.granted(exchange);
    }

    private static ServerWebExchange withoutBearer(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(AUTHORIZATION)))
                .build();
    }

    private static Problem badToken(String reason) {
        return unauthenticated("Bearer error=\"invalid_token\", error_description=\"%s\"".formatted(reason));
    }

    private static Problem unauthenticated(String challenge) {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "Not authenticated",
                        "A valid bearer token is needed here.")
                .with(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
