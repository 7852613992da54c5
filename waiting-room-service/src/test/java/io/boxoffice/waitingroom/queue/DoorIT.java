package io.boxoffice.waitingroom.queue;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.security.Challenges;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.waitingroom.QueueClient;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class DoorIT extends WaitingRoom {
    private final Fan fan = Fan.create();
    private UUID event;

    @Autowired
    Challenges challenges;

    @BeforeEach
    void onSale() {
        event = eventOnSale();
    }

    private void verdict(Verdict verdict) {
        // said at the same moment, they count in the order they are heard
        hear(
                "boxoffice.risk",
                "RiskScored",
                event,
                "{\"event_id\":\"%s\",\"user_id\":\"%s\",\"decision\":\"%s\",\"score\":50,\"reasons\":[]}"
                        .formatted(event, fan.sub(), verdict));
        await().until(() -> challenges.verdictOn(fan.sub()) == verdict);
    }

    private String clearance(String purpose, String device) {
        return TestIssuer.clearance(
                purpose, event, fan.sub(), device, Instant.now().plusSeconds(600));
    }

    private static JsonNode refused(ResponseSpec answer, String code) {
        var problem = body(answer.expectStatus().isForbidden());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        return problem;
    }

    private long waiting() {
        return body(client().status(event)).get("queue_size").asLong();
    }

    private ResponseSpec poll(JsonNode entry) {
        return client().poll(event, entry.get("queue_token").asString(), fan.secret());
    }

    @Test
    void aNewAccountIsChallengedBeforeAnythingIsWritten() {
        var bearer = TestIssuer.newcomerToken(fan.sub(), "FAN");

        var problem = refused(client().join(event, bearer, QueueClient.body(fan)), "challenge-required");

        assertThat(problem.get("purpose").asString()).isEqualTo("join");
        assertThat(problem.get("types").get(0).asString()).isEqualTo("pow");
        assertThat(waiting()).isZero();
        client().join(event, fan, bearer, clearance("join", "phone"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void aClearanceForAnotherPurposeOrDeviceDoesNotDo() {
        var bearer = TestIssuer.newcomerToken(fan.sub(), "FAN");

        refused(client().join(event, fan, bearer, clearance("hold", "phone")), "challenge-required");
        refused(client().join(event, fan, bearer, clearance("join", "laptop")), "challenge-required");
        refused(client().join(event, fan, bearer, "nonsense"), "challenge-required");
    }

    @Test
    void whoIsInTheLineIsNotAskedAgain() {
        client().joined(event, fan);
        verdict(Verdict.CHALLENGE);

        client().join(event, fan).expectStatus().isOk();
    }

    @Test
    void aKnownVerdictIsAskedAboutAtTheJoin() {
        verdict(Verdict.CHALLENGE);

        refused(client().join(event, fan), "challenge-required");
        client().join(event, fan, fan.bearer(), clearance("join", "phone"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void aBlockedAccountDoesNotJoin() {
        verdict(Verdict.BLOCK);

        refused(client().join(event, fan, fan.bearer(), clearance("join", "phone")), "account-blocked");

        verdict(Verdict.ALLOW);
        client().join(event, fan).expectStatus().isCreated();
    }

    @Test
    void aLineThatIsNotOpenYetChallengesNobody() {
        var later =
                event("FIFO", Instant.now().plusSeconds(3_600), Instant.now().plusSeconds(7_200));

        client().join(later, TestIssuer.newcomerToken(fan.sub(), "FAN"), QueueClient.body(fan))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void aVerdictThatCameWhileTheFanWaitedIsAskedAboutAtTheClaim() {
        var entry = client().joined(event, fan);
        letIn(event, 1);
        verdict(Verdict.CHALLENGE);

        var asked = body(poll(entry).expectStatus().isOk());

        assertThat(asked.get("state").asString()).isEqualTo("ADMITTED");
        assertThat(asked.get("challenge_required").asBoolean()).isTrue();
        assertThat(asked.has("access_token")).isFalse();
        var shown = body(
                client().poll(event, entry.get("queue_token").asString(), fan.secret(), clearance("join", "phone")));
        assertThat(shown.has("access_token")).isTrue();
        assertThat(shown.has("challenge_required")).isFalse();
        assertThat(body(poll(entry)).get("access_token")).isEqualTo(shown.get("access_token"));
    }

    @Test
    void whoShowedAClearanceAtTheJoinIsNotAskedAtTheClaim() {
        var entry = body(client().join(event, fan, fan.bearer(), clearance("join", "phone")));
        letIn(event, 1);
        verdict(Verdict.CHALLENGE);

        assertThat(body(poll(entry)).has("access_token")).isTrue();
    }

    @Test
    void aBlockedAccountGetsNoAccess() {
        var entry = client().joined(event, fan);
        letIn(event, 1);
        verdict(Verdict.BLOCK);

        refused(poll(entry), "account-blocked");

        verdict(Verdict.ALLOW);
        assertThat(body(poll(entry)).has("access_token")).isTrue();
    }
}
