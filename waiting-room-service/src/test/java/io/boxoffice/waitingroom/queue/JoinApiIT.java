package io.boxoffice.waitingroom.queue;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.security.DeviceHash;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.waitingroom.EventServiceStub;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class JoinApiIT extends WaitingRoom {
    private static final String HASH = "A".repeat(43);

    private static void refused(ResponseSpec answer, HttpStatus status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void joiningGivesAPlaceATokenAndTheNextPoll() {
        var event = eventOnSale();
        client().joined(event, Fan.create());

        var answer = client().join(event, Fan.create());

        answer.expectStatus().isCreated().expectHeader().valueEquals("X-Device-Hash", DeviceHash.of("phone"));
        var entry = body(answer);
        assertThat(UUID.fromString(entry.get("entry_id").asString()).version()).isEqualTo(8);
        assertThat(entry.get("queue_token").asString()).isNotBlank();
        assertThat(entry.get("state").asString()).isEqualTo("QUEUED");
        assertThat(entry.get("join_number").asLong()).isEqualTo(2);
        assertThat(entry.get("position").asLong()).isOne();
        assertThat(entry.get("queue_size").asLong()).isEqualTo(2);
        // nobody is let in, so nobody knows
        assertThat(entry.get("estimated_wait_seconds").isNull()).isTrue();
        assertThat(entry.get("wait_low_seconds").isNull()).isTrue();
        assertThat(entry.get("wait_high_seconds").isNull()).isTrue();
        assertThat(entry.get("poll_after_seconds").asLong()).isPositive();
        assertThat(entry.has("access_token")).isFalse();
        assertThat(entry.has("reason")).isFalse();
    }

    @Test
    void joiningAgainAnswersTheSameEntry() {
        var event = eventOnSale();
        var fan = Fan.create();
        var first = client().joined(event, fan);

        var again = client().join(event, fan);

        again.expectStatus().isOk();
        assertThat(body(again)).isEqualTo(first);
    }

    @Test
    void anotherDeviceKeepsThePlaceAndTheFirstOneIsSuperseded() {
        var event = eventOnSale();
        var phone = Fan.create();
        var first = client().joined(event, phone);
        var laptop = phone.on("laptop");

        var taken = client().join(event, laptop);

        taken.expectStatus().isOk();
        var second = body(taken);
        assertThat(second.get("entry_id")).isEqualTo(first.get("entry_id"));
        assertThat(second.get("join_number")).isEqualTo(first.get("join_number"));
        assertThat(second.get("queue_token")).isNotEqualTo(first.get("queue_token"));
        var old = client().polled(event, first, phone);
        assertThat(old.get("state").asString()).isEqualTo("SUPERSEDED");
        assertThat(old.get("reason").asString()).isEqualTo("other-device");
        assertThat(old.get("position").isNull()).isTrue();
    }

    @Test
    void aReloadedPageWithANewSecretKeepsThePlace() {
        var event = eventOnSale();
        var fan = Fan.create();
        var first = client().joined(event, fan);

        var again = client().joined(event, fan.on("phone"));

        assertThat(again.get("entry_id")).isEqualTo(first.get("entry_id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/device_id",
                "{\"device_id\":\"\",\"secret_hash\":\"HASH\"}|/device_id",
                "{\"device_id\":\"LONG\",\"secret_hash\":\"HASH\"}|/device_id",
                "{\"device_id\":7,\"secret_hash\":\"HASH\"}|/device_id",
                "{\"device_id\":[\"a\"],\"secret_hash\":\"HASH\"}|/device_id",
                "{\"device_id\":\"a\"}|/secret_hash",
                "{\"device_id\":\"a\",\"secret_hash\":\"short\"}|/secret_hash",
                "{\"device_id\":\"a\",\"secret_hash\":null}|/secret_hash",
                "{\"device_id\":\"a\",\"secret_hash\":\"=HASHx\"}|/secret_hash",
                "{\"device_id\":\"a\",\"secret_hash\":\"HASH\",\"position\":1}|/position",
            })
    void aBodyThatIsNotAsTheContractSaysIsPointedAt(String body, String pointer) {
        var sent = body.replace("LONG", "x".repeat(65)).replace("HASH", HASH);

        var answer = client().join(eventOnSale(), Fan.create().bearer(), sent);

        answer.expectStatus().isBadRequest();
        var problem = body(answer);
        assertThat(problem.get("code").asString()).isEqualTo("validation-failed");
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .contains(pointer);
    }

    @ParameterizedTest
    @CsvSource({"'{'", "'nonsense'", "'{\"device_id\"'"})
    void whatIsNoJsonIsSaidToBeNone(String body) {
        refused(client().join(eventOnSale(), Fan.create().bearer(), body), HttpStatus.BAD_REQUEST, "malformed-json");
    }

    @Test
    void joiningNeedsAFan() {
        var event = eventOnSale();
        var body = "{\"device_id\":\"a\",\"secret_hash\":\"" + HASH + "\"}";

        refused(
                client().join(event, TestIssuer.token(UUID.randomUUID(), "ORGANIZER"), body),
                HttpStatus.FORBIDDEN,
                "forbidden");
        refused(client().join(event, "nonsense", body), HttpStatus.UNAUTHORIZED, "unauthenticated");
        refused(
                client().join(event, TestIssuer.expiredToken(UUID.randomUUID(), "FAN"), body),
                HttpStatus.UNAUTHORIZED,
                "unauthenticated");
    }

    @Test
    void anUnknownEventIsAskedForOnceAndNotFound() {
        var event = UUID.randomUUID();

        refused(client().join(event, Fan.create()), HttpStatus.NOT_FOUND, "event-not-found");
        refused(client().join(event, Fan.create()), HttpStatus.NOT_FOUND, "event-not-found");

        assertThat(EventServiceStub.asked(event)).isOne();
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        refused(
                client().http()
                        .post()
                        .uri("/api/v1/events/nonsense/queue/entries")
                        .header("Authorization", "Bearer " + Fan.create().bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"device_id\":\"a\",\"secret_hash\":\"" + HASH + "\"}")
                        .exchange(),
                HttpStatus.NOT_FOUND,
                "not-found");
    }

    @Test
    void beforeTheSaleTheQueueSaysWhenItOpens() {
        var opens = Instant.parse("2999-01-01T10:00:00Z");
        var event = event("FIFO", opens, opens.plusSeconds(60));

        var answer = client().join(event, Fan.create());

        answer.expectStatus().isEqualTo(HttpStatus.CONFLICT);
        var problem = body(answer);
        assertThat(problem.get("code").asString()).isEqualTo("queue-not-open");
        assertThat(problem.get("opens_at").asString()).isEqualTo("2999-01-01T10:00:00Z");
    }

    @Test
    void whenTheEventHasBegunTheQueueIsClosed() {
        var event = event("FIFO", Instant.now().minusSeconds(60), Instant.now().minusSeconds(1));

        refused(client().join(event, Fan.create()), HttpStatus.GONE, "queue-closed");
    }

    @Test
    void anEventWithoutAQueueSaysSo() {
        var event = event("OFF", Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));

        var answer = client().join(event, Fan.create());

        answer.expectStatus().isEqualTo(HttpStatus.GONE);
        var problem = body(answer);
        assertThat(problem.get("code").asString()).isEqualTo("queue-closed");
        assertThat(problem.get("detail").asString()).contains("no queue");
    }

    @Test
    void aPresaleCodeThatIsNotNeededIsNotLookedAt() {
        var event = eventOnSale();

        client().join(
                        event,
                        Fan.create().bearer(),
                        "{\"device_id\":\"a\",\"secret_hash\":\"" + HASH + "\",\"presale_code\":\"X\"}")
                .expectStatus()
                .isCreated();

        assertThat(EventServiceStub.askedForPresaleKey(event)).isZero();
    }
}
