package io.boxoffice.gateway.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.gateway.GatewayTest;
import io.boxoffice.gateway.TestIssuer;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticationIT extends GatewayTest {

    private static final String ORDERS = "/api/v1/orders";

    static Stream<Arguments> badTokens() throws Exception {
        var good = ISSUER.claims(FAN, claims -> claims);
        var publicKey = ISSUER.key().toRSAPublicKey().getEncoded();
        var confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("fleet").build(), good);
        confused.sign(new MACSigner(publicKey));
        var foreign = new RSAKeyGenerator(2048).keyID("fleet").generate();
        var unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
        var token = ISSUER.token(FAN);
        return Stream.of(
                Arguments.of("expired", ISSUER.token(FAN, claims -> claims.expirationTime(secondsFromNow(-60)))),
                Arguments.of("without expiry", ISSUER.token(FAN, claims -> claims.expirationTime(null))),
                Arguments.of("of another issuer", ISSUER.token(FAN, claims -> claims.issuer("http://elsewhere"))),
                Arguments.of("not valid yet", ISSUER.token(FAN, claims -> claims.notBeforeTime(secondsFromNow(90)))),
                Arguments.of("without subject", ISSUER.token(null)),
                Arguments.of("of a service", ISSUER.token("svc-payment")),
                Arguments.of("signed by a foreign key of the same id", TestIssuer.sign(foreign, good)),
                Arguments.of("signed by an unknown key", TestIssuer.sign(unknown, good)),
                Arguments.of("unsigned", new PlainJWT(good).serialize()),
                Arguments.of("signed with our public key as a secret", confused.serialize()),
                Arguments.of("changed", token.substring(0, token.length() - 4) + "AAAA"),
                Arguments.of("an access token", ROOM.token(EVENT_ID, FAN, "d")),
                Arguments.of("no token at all", "nonsense"));
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String what, String token) {
        var answer = send(request("GET", ORDERS).header("Authorization", "Bearer " + token));

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer error=\"invalid_token\"");
        PAYMENT.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aMissingTokenIsRefused() {
        var answer = send(request("GET", ORDERS));

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void anotherSchemeIsRefused() {
        assertProblem(
                send(request("GET", ORDERS).header("Authorization", "Basic Zm9vOmJhcg==")), 401, "unauthenticated");
    }

    @Test
    void aClockMayBeThirtySecondsWrong() {
        var token = ISSUER.token(FAN, claims -> claims.expirationTime(secondsFromNow(-10)));

        assertThat(send(request("GET", ORDERS).header("Authorization", "bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void publicPathsNeedNoTokenButTakeNoBadOne() {
        assertThat(send(request("GET", EVENT_PATH)).statusCode()).isEqualTo(200);
        assertProblem(send(request("GET", EVENT_PATH).header("Authorization", "Bearer x")), 401, "unauthenticated");
    }

    @Test
    void aTokenThatRanOutWhileWaitingDoesNotDisturbThePoll() {
        var answer = send(request("GET", EVENT_PATH + "/queue/entries/me")
                .header("Authorization", "Bearer expired")
                .header("X-Queue-Token", "t")
                .header("X-Queue-Secret", "s"));

        assertThat(answer.statusCode()).isEqualTo(200);
        WAITING_ROOM.verify(getRequestedFor(urlEqualTo(EVENT_PATH + "/queue/entries/me"))
                .withHeader("X-Queue-Token", equalTo("t"))
                .withHeader("X-Queue-Secret", equalTo("s"))
                .withHeader("Authorization", absent()));
    }

    @Test
    void theProviderNeedsNoToken() {
        assertThat(send(request("POST", "/api/v1/webhooks/payments").header("Stripe-Signature", "t=1,v1=00"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Date secondsFromNow(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
