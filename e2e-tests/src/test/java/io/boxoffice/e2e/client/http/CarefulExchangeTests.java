package io.boxoffice.e2e.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CarefulExchangeTests {

    private static final Call ORDER =
            Call.post("order", "/orders", Map.of("hold_id", "h")).with("Idempotency-Key", "k-1");

    private final Deque<Object> script = new ArrayDeque<>();
    private final List<Call> sent = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameKey() throws Exception {
        script.add(new IOException("reset"));
        script.add(answer(201, "{}"));

        assertThat(careful(Duration.ofSeconds(30)).send(ORDER).status()).isEqualTo(201);
        assertThat(sent).hasSize(2).allMatch(call -> "k-1".equals(call.headers().get("Idempotency-Key")));
    }

    @Test
    void aServersFailureAndAKeyInUseAreTriedAgain() throws Exception {
        script.add(answer(503, "{\"code\":\"service-unavailable\"}", "0"));
        script.add(answer(409, "{\"code\":\"idempotency-key-in-use\"}", "0"));
        script.add(answer(201, "{}"));

        assertThat(careful(Duration.ofSeconds(30)).send(ORDER).status()).isEqualTo(201);
    }

    @Test
    void aRefusalIsAnAnswer() throws Exception {
        script.add(answer(409, "{\"code\":\"seat-taken\"}"));

        assertThat(careful(Duration.ofSeconds(30)).send(ORDER).problem().code()).isEqualTo("seat-taken");
        assertThat(sent).hasSize(1);
    }

    @Test
    void toATestALimitIsAnAnswer() throws Exception {
        script.add(answer(503, "{\"code\":\"service-unavailable\"}", "0"));
        script.add(answer(429, "{\"code\":\"poll-too-soon\"}"));
        var exchange = CarefulExchange.whileAway(this::scripted, Duration.ofSeconds(30), new SplittableRandom(1));

        assertThat(exchange.send(ORDER).status()).isEqualTo(429);
    }

    @Test
    void patienceHasAnEnd() {
        script.add(new IOException("gone"));

        assertThatThrownBy(() -> careful(Duration.ZERO).send(ORDER)).hasMessage("gone");
    }

    @Test
    void theTimeOfTheFirstAttemptIsTheTimeOfTheWish() throws Exception {
        long before = System.nanoTime();
        script.add(new IOException("reset"));
        script.add(answer(200, "{}"));

        Answer answer = careful(Duration.ofSeconds(30)).send(ORDER);
        assertThat(answer.sentNanos()).isBetween(before, times.getFirst());
    }

    private Exchange careful(Duration patience) {
        return new CarefulExchange(this::scripted, patience, new SplittableRandom(1));
    }

    private Answer scripted(Call call) throws IOException {
        times.add(System.nanoTime());
        sent.add(call);
        Object next = script.remove();
        if (next instanceof IOException lost) {
            throw lost;
        }
        return (Answer) next;
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, HttpHeaders.of(Map.of(), (_, _) -> true), body, System.nanoTime(), System.nanoTime());
    }

    private static Answer answer(int status, String body, String retryAfter) {
        var headers = HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (_, _) -> true);
        return new Answer(status, headers, body, System.nanoTime(), System.nanoTime());
    }
}
