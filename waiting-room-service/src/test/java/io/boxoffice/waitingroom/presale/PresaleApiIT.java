package io.boxoffice.waitingroom.presale;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.EventServiceStub;
import io.boxoffice.waitingroom.QueueClient;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PresaleApiIT extends WaitingRoom {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int FANS = 20;

    @Test
    void aGenuineCodeGivesAPlaceBeforeTheSale() {
        var codes = presale("FIFO", 2);

        var first = join(codes, Fan.create(), codes.code(0));
        var second =
                join(codes, Fan.create(), codes.code(1).toLowerCase(Locale.ROOT).replace("-", ""));

        first.expectStatus().isCreated();
        assertThat(body(first).get("state").asString()).isEqualTo("QUEUED");
        second.expectStatus().isCreated();
        assertThat(body(second).get("position").asInt()).isOne();
        assertThat(EventServiceStub.askedForPresaleKey(codes.event())).isOne();
        letIn(codes.event(), 1);
        assertThat(body(client().status(codes.event())).get("serving").asInt()).isOne();
    }

    @Test
    void aCodeIsGoodForOnePlace() {
        var codes = presale("FIFO", 1);
        var fan = Fan.create();
        var entry = body(join(codes, fan, codes.code(0)).expectStatus().isCreated());

        for (var again : new String[] {codes.code(0), "forged", null}) {
            assertThat(body(join(codes, fan, again).expectStatus().isOk()).get("queue_token"))
                    .isEqualTo(entry.get("queue_token"));
        }
        refused(join(codes, Fan.create(), codes.code(0)), "presale-code-used");
        client().leave(codes.event(), entry, fan);
        refused(join(codes, fan, codes.code(0)), "presale-code-used");
    }

    @Test
    void ofFansWithOneCodeAtOnceOneGetsIn() throws Exception {
        var codes = presale("FIFO", 1);
        Callable<String> join = () -> outcome(join(codes, Fan.create(), codes.code(0)));

        Map<String, Long> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = threads.invokeAll(Stream.generate(() -> join).limit(FANS).toList()).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }

        assertThat(outcomes).isEqualTo(Map.of("201", 1L, "403 presale-code-used", FANS - 1L));
    }

    @Test
    void whoHasNoCodeIsAskedForOne() {
        refused(join(presale("FIFO", 1), Fan.create(), null), "presale-code-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "0000-0000-0000-0000", "Ünï-cödé", "\u0000", "<script>"})
    void whatIsNoCodeIsRefused(String text) {
        refused(join(presale("FIFO", 1), Fan.create(), text), "presale-code-invalid");
    }

    @Test
    void codesThatAreForgedForeignOrNeverMadeAreRefused() {
        var codes = presale("FIFO", 2);
        var genuine = codes.code(0);
        var forged = genuine.substring(0, 18) + (genuine.charAt(18) == 'A' ? 'B' : 'A');

        refused(join(codes, Fan.create(), forged), "presale-code-invalid");
        refused(join(codes, Fan.create(), presale("FIFO", 2).code(0)), "presale-code-invalid");
        refused(join(codes, Fan.create(), codes.code(2)), "presale-code-invalid");
        refused(join(codes, Fan.create(), "0".repeat(100_000)), "presale-code-invalid");
        join(codes, Fan.create(), genuine).expectStatus().isCreated();
    }

    @Test
    void anEventWithoutCodesHasNoneThatIsGood() {
        var codes = announced("FIFO", Instant.now().minus(HOUR), Instant.now().plus(HOUR));

        refused(join(codes, Fan.create(), codes.code(0)), "presale-code-invalid");
    }

    @Test
    void whileCodesCannotBeCheckedTheFanIsAskedToComeAgain() {
        var codes = announced("FIFO", Instant.now().minus(HOUR), Instant.now().plus(HOUR));
        EventServiceStub.presaleKey(codes.event(), "{");

        var answer = join(codes, Fan.create(), codes.code(0));

        assertThat(outcome(answer)).isEqualTo("503 service-unavailable");
        answer.expectHeader().exists("Retry-After");
    }

    @Test
    void beforeThePresaleAndAfterTheOpeningNoCodeIsLookedAt() {
        var early = announced("FIFO", Instant.now().plus(HOUR), Instant.now().plus(HOUR.multipliedBy(2)));
        var late = announced(
                "FIFO", Instant.now().minus(HOUR.multipliedBy(2)), Instant.now().minus(HOUR));

        assertThat(outcome(join(early, Fan.create(), early.code(0)))).isEqualTo("409 queue-not-open");
        join(late, Fan.create(), "forged").expectStatus().isCreated();
        assertThat(EventServiceStub.askedForPresaleKey(late.event())).isZero();
    }

    @Test
    void presaleFansStandBeforeTheLobbyAndACodeLeadsOutOfIt() {
        var codes = presale("LOBBY", 1);
        var patient = Fan.create();
        assertThat(body(join(codes, patient, null)).get("state").asString()).isEqualTo("LOBBY");
        assertThat(body(join(codes, Fan.create(), null)).get("state").asString())
                .isEqualTo("LOBBY");
        refused(join(codes, patient, "forged"), "presale-code-invalid");
        assertThat(body(join(codes, patient, null)).get("join_number").asInt()).isOne();

        var entry = body(join(codes, patient, codes.code(0)).expectStatus().isCreated());

        assertThat(entry.get("state").asString()).isEqualTo("QUEUED");
        assertThat(entry.get("position").asInt()).isZero();
        letIn(codes.event(), 10);
        assertThat(client().polled(codes.event(), entry, patient).get("state").asString())
                .isEqualTo("ADMITTED");
        assertThat(body(client().status(codes.event())).get("queue_size").asInt())
                .isOne();
    }

    @Test
    void duringThePresaleTheLineIsLikeAnyOther() {
        var event = presale("FIFO", 1).event();
        assertThat(state(event)).isEqualTo(state(eventOnSale()));

        scripts.named("sale/set-sold-out").run(event, 1, 1);

        Awaitility.await().untilAsserted(() -> assertThat(state(event)).isEqualTo("SOLD_OUT"));
    }

    private String state(UUID event) {
        return body(client().status(event)).get("state").asString();
    }

    private Codes presale(String mode, int issued) {
        var codes = announced(mode, Instant.now().minus(HOUR), Instant.now().plusSeconds(600));
        EventServiceStub.presaleKey(codes.event(), codes.keyJson(issued));
        return codes;
    }

    private static Codes announced(String mode, Instant presale, Instant general) {
        var event = UUID.randomUUID();
        var json = eventJson(event, mode, general, general.plus(Duration.ofDays(1)));
        EventServiceStub.publish(event, json.replace("\"presale\":null", "\"presale\":\"" + presale + "\""));
        return Codes.of(event);
    }

    private ResponseSpec join(Codes codes, Fan fan, @Nullable String code) {
        var body = new HashMap<>(QueueClient.body(fan));
        if (code != null) {
            body.put("presale_code", code);
        }
        return client().join(codes.event(), fan.bearer(), body);
    }

    private static String outcome(ResponseSpec answer) {
        var status = answer.returnResult().getStatus().value();
        return status < 400
                ? "" + status
                : status + " " + body(answer).get("code").asString();
    }

    private static void refused(ResponseSpec answer, String code) {
        assertThat(outcome(answer)).isEqualTo("403 " + code);
    }
}
