package io.boxoffice.gateway.accesstoken;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.gateway.GatewayTest;
import io.boxoffice.gateway.TestIssuer;
import io.boxoffice.gateway.TestWaitingRoom;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTokenIT extends GatewayTest {

    private static final String DEVICE = "phone-1";
    private static final String HOLDS = EVENT_PATH + "/holds";
    private static final String QUOTE = HOLDS + "/" + OTHER_ID + "/quote";
    private static final String ORDERS = EVENT_PATH + "/orders";

    static Stream<Arguments> forgeries() throws Exception {
        var good = TestWaitingRoom.claims(EVENT_ID, FAN, DEVICE, claims -> claims);
        var confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("room").build(), good);
        confused.sign(new MACSigner(ROOM.key().toECPublicKey().getEncoded()));
        return Stream.of(
                Arguments.of("for another event", ROOM.token(OTHER_ID, FAN, DEVICE)),
                Arguments.of("for another fan", ROOM.token(EVENT_ID, OTHER_ID, DEVICE)),
                Arguments.of("of another issuer", ROOM.token(EVENT_ID, FAN, DEVICE, claims -> claims.issuer("me"))),
                Arguments.of("without a session", ROOM.token(EVENT_ID, FAN, DEVICE, claims -> claims.jwtID(null))),
                Arguments.of(
                        "without an end", ROOM.token(EVENT_ID, FAN, DEVICE, claims -> claims.expirationTime(null))),
                Arguments.of(
                        "of the future",
                        ROOM.token(EVENT_ID, FAN, DEVICE, claims -> claims.issueTime(secondsFromNow(60)))),
                Arguments.of(
                        "of an unknown key",
                        TestWaitingRoom.sign(
                                new ECKey.Builder(TestWaitingRoom.newKey())
                                        .keyID("unknown")
                                        .build(),
                                good)),
                Arguments.of("signed by a foreign key", TestWaitingRoom.sign(TestWaitingRoom.newKey(), good)),
                Arguments.of("signed by the identity provider", TestIssuer.sign(ISSUER.key(), good)),
                Arguments.of("unsigned", new PlainJWT(good).serialize()),
                Arguments.of("signed with the public key as a secret", confused.serialize()),
                Arguments.of("no token at all", "nonsense"));
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("forgeries")
    void aForeignOrForgedTokenIsInvalidEverywhere(String what, String token) {
        assertProblem(send(with(token, DEVICE, "POST", HOLDS)), 403, "access-token-invalid");
        assertProblem(send(with(token, DEVICE, "GET", QUOTE)), 403, "access-token-invalid");
        assertProblem(send(with(token, DEVICE, "POST", ORDERS)), 403, "access-token-invalid");
        INVENTORY.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aGoodTokenPassesAndTheServiceSeesIt() {
        var token = ROOM.token(EVENT_ID, FAN, DEVICE);

        assertThat(send(with(token, DEVICE, "POST", HOLDS)).statusCode()).isEqualTo(200);
        assertThat(send(with(token, DEVICE, "GET", QUOTE)).statusCode()).isEqualTo(200);
        assertThat(send(with(token, DEVICE, "POST", ORDERS)).statusCode()).isEqualTo(200);

        INVENTORY.verify(postRequestedFor(anyUrl())
                .withHeader("X-Access-Token", equalTo(token))
                .withHeader("X-Device-Id", equalTo(DEVICE)));
    }

    @Test
    void anotherDeviceIsRefused() {
        var token = ROOM.token(EVENT_ID, FAN, DEVICE);

        assertProblem(send(with(token, "phone-2", "POST", HOLDS)), 403, "wrong-device");
        assertProblem(send(fanRequest("POST", ORDERS).header("X-Access-Token", token)), 403, "wrong-device");
    }

    @Test
    void anExpiredTokenPlacesNoHoldButMayFinishWhatItBegan() {
        var token = ROOM.token(EVENT_ID, FAN, DEVICE, claims -> claims.expirationTime(secondsFromNow(-180)));

        assertProblem(send(with(token, DEVICE, "POST", HOLDS)), 403, "access-token-expired");
        assertThat(send(with(token, DEVICE, "GET", QUOTE)).statusCode()).isEqualTo(200);
        assertThat(send(with(token, DEVICE, "POST", ORDERS)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatHasJustExpiredMayRepeatAHoldWhichTheServiceAnswers() {
        var token = ROOM.token(EVENT_ID, FAN, DEVICE, claims -> claims.expirationTime(secondsFromNow(-30)));

        assertThat(send(with(token, DEVICE, "POST", HOLDS)).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutATokenTheServiceDecides() {
        assertThat(send(fanRequest("POST", HOLDS)).statusCode()).isEqualTo(200);
        assertThat(send(with("", DEVICE, "POST", HOLDS)).statusCode()).isEqualTo(200);
    }

    @Test
    void elsewhereATokenIsNotLookedAt() {
        assertThat(send(with("nonsense", DEVICE, "GET", EVENT_PATH + "/tickets"))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpRequest.Builder with(String token, String device, String method, String path) {
        return fanRequest(method, path).header("X-Access-Token", token).header("X-Device-Id", device);
    }

    private static Date secondsFromNow(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
