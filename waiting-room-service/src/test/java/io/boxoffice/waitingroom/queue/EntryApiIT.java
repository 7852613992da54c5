package io.boxoffice.waitingroom.queue;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class EntryApiIT extends WaitingRoom {
    private final Fan fan = Fan.create();

    private static void refused(ResponseSpec answer, HttpStatus status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private SignedJWT verified(JsonNode entry) throws Exception {
        var keys = body(client().http()
                .get()
                .uri("/.well-known/access-token-jwks.json")
                .exchange()
                .expectStatus()
                .isOk());
        var jwt = SignedJWT.parse(entry.get("access_token").asString());
        var key = JWKSet.parse(keys.toString()).getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        return jwt;
    }

    @Test
    void aPollTellsThePlaceAndOneTooSoonIsRefusedWithThePlaceKept() {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        var token = entry.get("queue_token").asString();

        var tooSoon = client().poll(event, token, fan.secret());

        tooSoon.expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists("Retry-After");
        assertThat(body(tooSoon).get("code").asString()).isEqualTo("poll-too-soon");
        var polled = Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .until(() -> body(client().poll(event, token, fan.secret())), answer -> answer.has("state"));
        assertThat(polled.get("state").asString()).isEqualTo("QUEUED");
        assertThat(polled.get("position").asLong()).isZero();
        assertThat(polled.get("entry_id")).isEqualTo(entry.get("entry_id"));
        assertThat(polled.get("queue_token")).isEqualTo(entry.get("queue_token"));
    }

    @Test
    void anAdmittedFanGetsTheSameAccessTokenAtEveryCall() throws Exception {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        letIn(event, 1);

        var first = client().polled(event, entry, fan);
        var second = client().polled(event, entry, fan);

        assertThat(first.get("state").asString()).isEqualTo("ADMITTED");
        assertThat(first.get("position").asLong()).isZero();
        assertThat(second.get("access_token")).isEqualTo(first.get("access_token"));
        assertThat(second.get("access_expires_at")).isEqualTo(first.get("access_expires_at"));
        var claims = verified(first).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("boxoffice-waiting-room");
        assertThat(claims.getAudience()).containsExactly(event.toString());
        assertThat(claims.getSubject()).isEqualTo(fan.sub().toString());
        assertThat(claims.getStringClaim("limit_key")).isEqualTo(fan.sub().toString());
        assertThat(claims.getStringClaim("dev"))
                .isEqualTo(Bytes.toBase64(Bytes.sha256("phone".getBytes(StandardCharsets.UTF_8))));
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(Instant.parse(first.get("access_expires_at").asString()));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void joiningAgainWhileAdmittedSaysSoWithoutClaiming() {
        var event = eventOnSale();
        client().joined(event, fan);
        letIn(event, 1);

        var again = client().joined(event, fan);

        assertThat(again.get("state").asString()).isEqualTo("ADMITTED");
        assertThat(again.has("access_token")).isFalse();
    }

    @Test
    void takingOverAnAdmissionGivesTheOtherDeviceASessionOfItsOwn() throws Exception {
        var event = eventOnSale();
        var onPhone = client().joined(event, fan);
        letIn(event, 1);
        var phones = client().polled(event, onPhone, fan);
        var laptop = fan.on("laptop");

        var onLaptop = client().joined(event, laptop);

        var laptops = client().polled(event, onLaptop, laptop);
        assertThat(verified(laptops).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(verified(phones).getJWTClaimsSet().getJWTID());
        assertThat(laptops.get("access_expires_at")).isEqualTo(phones.get("access_expires_at"));
        var superseded = client().polled(event, onPhone, fan);
        assertThat(superseded.get("state").asString()).isEqualTo("SUPERSEDED");
        assertThat(superseded.has("access_token")).isFalse();
    }

    @Test
    void leavingIsAnsweredAlikeAsOftenAsItIsAsked() {
        var event = eventOnSale();
        var entry = client().joined(event, fan);

        client().leave(event, entry, fan).expectStatus().isNoContent();
        client().leave(event, entry, fan).expectStatus().isNoContent();

        var left = client().polled(event, entry, fan);
        assertThat(left.get("state").asString()).isEqualTo("LEFT");
        assertThat(left.get("reason").asString()).isEqualTo("left");
    }

    @Test
    void anAdmittedFanCanLeaveAndJoinAgainAtTheTail() {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        letIn(event, 1);
        client().polled(event, entry, fan);

        client().leave(event, entry, fan).expectStatus().isNoContent();

        assertThat(client().polled(event, entry, fan).get("state").asString()).isEqualTo("LEFT");
        client().joined(event, Fan.create());
        var again = client().join(event, fan);
        again.expectStatus().isCreated();
        assertThat(body(again).get("position").asLong()).isOne();
    }

    @Test
    void aTokenThatIsNotOursOpensNothing() {
        var event = eventOnSale();
        var token = client().joined(event, fan).get("queue_token").asString();
        var other = eventOnSale();

        for (var bad : new String[] {
            null,
            "",
            "nonsense",
            "a.b.c",
            token.substring(0, token.length() - 1),
            token.substring(0, 60),
            token + "A",
            (token.charAt(12) == 'A' ? "B" : "A") + token.substring(1),
            token.substring(0, 20) + (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(21)
        }) {
            refused(client().poll(event, bad, fan.secret()), HttpStatus.UNAUTHORIZED, "queue-token-invalid");
        }
        refused(client().poll(other, token, fan.secret()), HttpStatus.UNAUTHORIZED, "queue-token-invalid");
    }

    @Test
    void aStolenTokenIsWorthlessWithoutItsSecret() {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        var token = entry.get("queue_token").asString();

        for (var wrong : new String[] {null, "", "%%%", Fan.create().secret(), fan.secretHash()}) {
            refused(client().poll(event, token, wrong), HttpStatus.FORBIDDEN, "queue-secret-wrong");
        }
        refused(client().leave(event, entry, Fan.create()), HttpStatus.FORBIDDEN, "queue-secret-wrong");
    }
}
