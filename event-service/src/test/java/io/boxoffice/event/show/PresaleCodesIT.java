package io.boxoffice.event.show;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.eventBody;
import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventApi.Answer;
import io.boxoffice.event.EventServiceTest;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@EventServiceTest
class PresaleCodesIT {
    @Autowired
    EventApi api;

    @Autowired
    JdbcClient jdbc;

    private final String organizer = organizer(UUID.randomUUID());

    @Test
    void eachBatchGoesOnWhereTheLastOneEnded() {
        var eventId = presale();

        var first = make(eventId, 3);
        var second = make(eventId, 2);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.id("event_id")).isEqualTo(eventId);
        assertThat(first.body().path("first_serial").asInt(-1)).isZero();
        assertThat(second.body().path("first_serial").asInt()).isEqualTo(3);
        var all = Stream.of(first, second).flatMap(PresaleCodesIT::codes).toList();
        assertThat(all).hasSize(5).doesNotHaveDuplicates().allMatch(code -> code.matches("(?:[0-9A-Z]{4}-?){4}"));
        assertThat(key(eventId).body().path("issued").asInt()).isEqualTo(5);
    }

    @Test
    void theWaitingRoomGetsTheKeyAndNobodyElse() {
        var eventId = presale();
        var path = "/internal/events/" + eventId + "/presale-key";
        assertThat(key(eventId).status()).isEqualTo(404);
        make(eventId, 1);

        var answer = key(eventId);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.id("event_id")).isEqualTo(eventId);
        assertThat(answer.body().path("key").binaryValue()).hasSize(32);
        assertThat(api.get(path, organizer).status()).isEqualTo(403);
        assertThat(api.get(path, null).status()).isEqualTo(401);
        assertThat(api.get("/internal/events/" + eventId, TestIssuer.internalToken())
                        .body()
                        .toString())
                .doesNotContain(answer.body().path("key").asString());
    }

    @Test
    void aRepeatIsToldTheSameCodesThoughNoneIsKept() {
        var eventId = presale();
        var path = EVENTS + "/" + eventId + "/presale-codes";

        var first = api.call(HttpMethod.POST, path, organizer, "k", "{\"count\":2}");
        var again = api.call(HttpMethod.POST, path, organizer, "k", "{\"count\":2}");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.call(HttpMethod.POST, path, organizer, "k", "{\"count\":3}")
                        .code())
                .isEqualTo("idempotency-key-reused");
        assertThat(api.call(HttpMethod.POST, path, organizer, null, "{\"count\":2}")
                        .code())
                .isEqualTo("idempotency-key-required");
        var kept = jdbc.sql("SELECT body FROM idempotency_keys WHERE path = ?")
                .param(path)
                .query(String.class)
                .list();
        assertThat(kept.toString()).doesNotContain(codes(first).findFirst().orElseThrow());
    }

    @Test
    void anEventHasSoManyCodesAndNotOneMore() {
        var eventId = presale();
        make(eventId, 1);
        jdbc.sql("UPDATE presale_keys SET issued = ? WHERE event_id = ?")
                .params((1 << 22) - 100_000, eventId)
                .update();

        assertThat(codes(make(eventId, 100_000))).hasSize(100_000).doesNotHaveDuplicates();
        var refused = make(eventId, 1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("presale-codes-exhausted");
    }

    @Test
    void batchesMadeAtOnceShareNoSerial() throws Exception {
        var eventId = presale();
        Callable<Answer> wish = () -> make(eventId, 50);

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Stream.generate(() -> wish).limit(8).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        var all = new HashSet<String>();
        answers.forEach(answer -> codes(answer).forEach(all::add));
        assertThat(all).hasSize(400);
        assertThat(key(eventId).body().path("issued").asInt()).isEqualTo(400);
    }

    @Test
    void onlyItsOrganizerMakesCodesOfAnEventThatHasAPresale() {
        var eventId = presale();
        var path = EVENTS + "/" + eventId + "/presale-codes";

        assertThat(api.post(path, organizer(UUID.randomUUID()), "{\"count\":1}").code())
                .isEqualTo("not-found");
        assertThat(api.post(path, TestIssuer.token(UUID.randomUUID(), "FAN"), "{\"count\":1}")
                        .status())
                .isEqualTo(403);
        assertThat(api.post(path, null, "{\"count\":1}").status()).isEqualTo(401);
        assertThat(make(UUID.randomUUID(), 1).code()).isEqualTo("not-found");
        var without = make(api.draft(organizer), 1);
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.code()).isEqualTo("no-presale");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"count\":0}",
                "{\"count\":100001}",
                "{\"count\":-1}",
                "{\"count\":\"5\"}",
                "{}",
                "{\"count\":null}"
            })
    void aCountThatIsNoneIsRefused(String body) {
        var answer = api.post(EVENTS + "/" + presale() + "/presale-codes", organizer, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/count");
    }

    private UUID presale() {
        var body = eventBody(api.venue(organizer));
        body.putObject("sale_dates").put("presale", "2027-06-01T10:00:00Z").put("general", "2027-06-03T10:00:00Z");
        return api.post(EVENTS, organizer, body.toString()).id("event_id");
    }

    private Answer make(UUID eventId, int count) {
        return api.post(EVENTS + "/" + eventId + "/presale-codes", organizer, "{\"count\":" + count + "}");
    }

    private Answer key(UUID eventId) {
        return api.get("/internal/events/" + eventId + "/presale-key", TestIssuer.internalToken());
    }

    private static Stream<String> codes(Answer answer) {
        return answer.body().path("codes").valueStream().map(JsonNode::asString);
    }
}
