package io.boxoffice.waitingroom.stream;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamApiIT extends WaitingRoom {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int at;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Fan fan = Fan.create();
    private final List<InputStream> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var stream : open) {
            stream.close();
        }
        http.shutdownNow();
    }

    private HttpResponse<InputStream> stream(UUID event, String token, String secret) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + at + "/api/v1/events/" + event + "/queue/entries/me/stream"))
                .header("X-Queue-Token", token)
                .header("X-Queue-Secret", secret)
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        open.add(answer.body());
        return answer;
    }

    /** What a stream says, as it says it. */
    private static List<JsonNode> heard(HttpResponse<InputStream> answer) {
        var heard = new CopyOnWriteArrayList<JsonNode>();
        Thread.startVirtualThread(() -> {
            try (var lines =
                    new java.io.BufferedReader(new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> line.startsWith("data: "))
                        .forEach(line -> heard.add(JSON.readTree(line.substring(6))));
                heard.add(JSON.readTree("{\"state\":\"END\"}"));
            } catch (IOException | java.io.UncheckedIOException e) {
                // hung up
            }
        });
        return heard;
    }

    private static List<String> states(List<JsonNode> heard) {
        return heard.stream().map(entry -> entry.get("state").asString()).toList();
    }

    @Test
    void aFanHearsThePlaceAtOnceAtEachChangeAndUntilTheTurnComes() throws Exception {
        var event = eventOnSale();
        client().joined(event, Fan.create());
        var entry = client().joined(event, fan);

        var answer = stream(event, entry.get("queue_token").asString(), fan.secret());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var heard = heard(answer);
        await().until(() -> !heard.isEmpty());
        assertThat(heard.getFirst().get("position").asLong()).isOne();
        assertThat(heard.getFirst().get("queue_token")).isEqualTo(entry.get("queue_token"));
        letIn(event, 1);
        await().until(() ->
                heard.stream().anyMatch(said -> said.path("position").asLong(-1) == 0));
        letIn(event, 1);

        await().until(() -> states(heard).contains("END"));
        assertThat(states(heard)).containsSubsequence("QUEUED", "ADMITTED", "END");
        assertThat(heard).noneMatch(said -> said.has("access_token"));
        assertThat(client().polled(event, entry, fan).has("access_token")).isTrue();
    }

    @Test
    void aFanWhoLeavesOrIsTakenOverHearsSoAndNothingMore() throws Exception {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        var heard = heard(stream(event, entry.get("queue_token").asString(), fan.secret()));

        var laptop = fan.on("laptop");
        var onLaptop = client().joined(event, laptop);
        await().until(() -> states(heard).contains("END"));
        var heardOnLaptop = heard(stream(event, onLaptop.get("queue_token").asString(), laptop.secret()));
        client().leave(event, onLaptop, laptop).expectStatus().isNoContent();

        await().until(() -> states(heardOnLaptop).contains("END"));
        assertThat(states(heard)).containsSubsequence("SUPERSEDED", "END");
        assertThat(states(heardOnLaptop)).containsSubsequence("LEFT", "END");
    }

    @Test
    void aStreamNeedsWhatAPollNeeds() throws Exception {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        var token = entry.get("queue_token").asString();

        assertThat(stream(event, "nonsense", fan.secret()).statusCode()).isEqualTo(401);
        assertThat(stream(eventOnSale(), token, fan.secret()).statusCode()).isEqualTo(401);
        assertThat(stream(event, token, Fan.create().secret()).statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverFindsNoStreamFreeIsToldToPoll() throws Exception {
        var event = eventOnSale();
        var fans = java.util.stream.Stream.generate(Fan::create).limit(4).toList();
        for (var each : fans.subList(0, 3)) {
            var entry = client().joined(event, each);
            assertThat(stream(event, entry.get("queue_token").asString(), each.secret())
                            .statusCode())
                    .isEqualTo(200);
        }
        var entry = client().joined(event, fans.get(3));

        var full =
                stream(event, entry.get("queue_token").asString(), fans.get(3).secret());

        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(full.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("streams-full");
        for (var stream : open.subList(0, 3)) {
            stream.close();
        }
        await().until(() ->
                stream(event, entry.get("queue_token").asString(), fans.get(3).secret())
                                .statusCode()
                        == 200);
        assertThat(body(client().status(event)).get("queue_size").asLong()).isEqualTo(4);
    }
}
