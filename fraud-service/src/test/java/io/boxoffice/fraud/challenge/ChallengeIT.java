package io.boxoffice.fraud.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.DeviceHash;
import io.boxoffice.common.security.TestChallenges;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.fraud.Fraud;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class ChallengeIT extends Fraud {

    private JsonNode issued() {
        return body(asFan(
                        "/api/v1/challenges",
                        Map.of("purpose", "hold", "event_id", event, "device_id", "phone", "type", "pow"))
                .expectStatus()
                .isCreated());
    }

    private ResponseSpec solve(JsonNode challenge, long number) {
        return asFan(path(challenge), Map.of("number", number));
    }

    private static String path(JsonNode challenge) {
        return "/api/v1/challenges/" + challenge.get("challenge_id").asString() + "/solutions";
    }

    private static long solution(JsonNode challenge) {
        var pow = challenge.get("pow");
        for (long n = 0; n <= pow.get("maxnumber").asLong(); n++) {
            if (PuzzleMaker.hash(pow.get("salt").asString(), n)
                    .equals(pow.get("challenge").asString())) {
                return n;
            }
        }
        throw new AssertionError("no solution");
    }

    @Test
    void aSolvedChallengeGivesAClearanceBoundToPurposeEventAccountAndDevice() throws Exception {
        var challenge = issued();
        assertThat(challenge.get("type").asString()).isEqualTo("pow");
        assertThat(challenge.get("pow").get("algorithm").asString()).isEqualTo("SHA-256");
        assertThat(challenge.get("pow").get("signature").asString()).matches("[0-9a-f]{64}");
        assertThat(challenge.get("pow").get("salt").asString())
                .endsWith("?expires="
                        + Instant.parse(challenge.get("expires_at").asString()).getEpochSecond() + "&");

        var answer = body(solve(challenge, solution(challenge)).expectStatus().isOk());

        var clearance = SignedJWT.parse(answer.get("clearance").asString());
        var claims = clearance.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("boxoffice-fraud");
        assertThat(claims.getAudience()).containsExactly(event.toString());
        assertThat(claims.getSubject()).isEqualTo(fan.toString());
        assertThat(claims.getStringClaim("purpose")).isEqualTo("hold");
        assertThat(claims.getStringClaim("dev")).isEqualTo(DeviceHash.of("phone"));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(Instant.parse(answer.get("expires_at").asString()));
        var keys = JWKSet.parse(body(http().get()
                        .uri("/.well-known/clearance-jwks.json")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .toString());
        var key = keys.getKeyByKeyId(clearance.getHeader().getKeyID()).toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(clearance.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void theOtherServicesAcceptTheClearanceByThePublishedKeys() {
        var challenge = issued();
        var clearance = body(solve(challenge, solution(challenge))
                        .expectStatus()
                        .isOk())
                .get("clearance")
                .asString();
        var elsewhere = TestChallenges.by(URI.create(url("/.well-known/clearance-jwks.json")), clock);

        assertThat(elsewhere.isCleared(clearance, Purpose.HOLD, event, fan, "phone"))
                .isTrue();
        assertThat(elsewhere.isCleared(clearance, Purpose.ORDER, event, fan, "phone"))
                .isFalse();
        assertThat(elsewhere.isCleared(clearance, Purpose.HOLD, event, fan, "laptop"))
                .isFalse();
        clock.advance(Duration.ofMinutes(11));
        assertThat(elsewhere.isCleared(clearance, Purpose.HOLD, event, fan, "phone"))
                .isFalse();
    }

    @Test
    void aDeviceIsOptional() {
        var challenge = body(asFan("/api/v1/challenges", Map.of("purpose", "order", "event_id", event, "type", "pow")));
        var clearance = body(solve(challenge, solution(challenge))
                        .expectStatus()
                        .isOk())
                .get("clearance")
                .asString();
        var elsewhere = TestChallenges.by(URI.create(url("/.well-known/clearance-jwks.json")), clock);

        assertThat(elsewhere.isCleared(clearance, Purpose.ORDER, event, fan, null))
                .isTrue();
    }

    @Test
    void aSolutionWorksOnce() {
        var challenge = issued();
        solve(challenge, solution(challenge)).expectStatus().isOk();
        var again = solve(challenge, solution(challenge));
        again.expectStatus().isEqualTo(410);
        assertThat(code(again)).isEqualTo("challenge-expired");
    }

    @Test
    void aSolutionSentByManyAtTheSameTimeWorksOnce() throws Exception {
        var challenge = issued();
        var number = solution(challenge);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Stream.generate(() -> (Callable<Integer>) () -> solve(challenge, number)
                            .expectBody()
                            .returnResult()
                            .getStatus()
                            .value())
                    .limit(8)
                    .toList());
            assertThat(answers.stream().filter(answer -> answer.resultNow() == 200))
                    .hasSize(1);
        }
    }

    @Test
    void wrongNumbersFailAFewTimesAndThenItIsOver() {
        var challenge = issued();
        for (int i = 0; i < 3; i++) {
            var wrong = solve(challenge, 1_000_000);
            wrong.expectStatus().isEqualTo(422);
            assertThat(code(wrong)).isEqualTo("challenge-failed");
        }
        var over = solve(challenge, solution(challenge));
        over.expectStatus().isEqualTo(410);
        assertThat(code(over)).isEqualTo("challenge-expired");
    }

    @Test
    void anExpiredChallengeIsGone() {
        var challenge = issued();
        clock.advance(Duration.ofMinutes(6));
        solve(challenge, solution(challenge)).expectStatus().isEqualTo(410);
    }

    @Test
    void anothersChallengeIsNotFound() {
        var challenge = issued();
        post(path(challenge), TestIssuer.token(UUID.randomUUID(), "FAN"), Map.of("number", solution(challenge)))
                .expectStatus()
                .isNotFound();
        solve(challenge, solution(challenge)).expectStatus().isOk();
    }

    @Test
    void whoGuessesIsSoonSuspect() {
        for (int round = 0; round < 5; round++) {
            var challenge = issued();
            for (int i = 0; i < 3; i++) {
                solve(challenge, 1_000_000);
            }
        }
        assertThat(decision(account(fan))).isEqualTo("CHALLENGE");
    }
}
