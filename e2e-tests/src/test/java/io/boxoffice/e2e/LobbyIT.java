package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.draw.verify.DrawVerifier;
import io.boxoffice.draw.verify.Expectations;
import io.boxoffice.draw.verify.Verdict;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Entry;
import io.boxoffice.e2e.demo.Stage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A lobby of some hundred fans, its draw, and an outsider who checks it. */
@ExtendWith(FleetExtension.class)
class LobbyIT {

    private static final int FANS = 300;
    private static final Duration UNTIL_OPENING = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A fan as the lobby knows them. */
    private record Waiting(BoxofficeClient client, Device device, Entry entry) {}

    @Test
    void everybodyInTheLobbyIsDrawnByLotAndAnybodyCanCheckIt(TestFleet fleet) throws Exception {
        Stage.Show show = new Stage(fleet.organizerClient()).open("Lobby", 6, UNTIL_OPENING, true);
        UUID event = show.event();
        BoxofficeClient outsider = fleet.client(fleet.newFan());
        JsonNode promised = awaitDraw(outsider, event, "COMMITTED");
        assertThat(promised.has("seed")).isFalse();
        assertThat(promised.has("draw_key")).isFalse();
        assertThat(outsider.participants(event).status()).isEqualTo(409);

        List<Waiting> fans = lobby(fleet, event);
        assertThat(fans).extracting(fan -> fan.entry().state()).containsOnly("LOBBY");
        assertThat(fans).extracting(fan -> fan.entry().position()).containsOnlyNulls();
        assertThat(fans.stream().map(fan -> fan.entry().draw().joinIndex()).sorted())
                .containsExactlyElementsOf(LongStream.range(0, FANS).boxed().toList());
        assertThat(Instant.now()).as("the lobby was filled before the opening").isBefore(show.opensAt());

        JsonNode drawn = awaitDraw(outsider, event, "DRAWN");
        Waiting late = join(fleet, event);
        assertThat(late.entry().state()).isNotEqualTo("LOBBY");

        assertThat(drawn.path("commitment").asString())
                .isEqualTo(promised.path("commitment").asString());
        Answer all = outsider.participants(event);
        List<String> lines = all.body().lines().toList();
        assertThat(lines).hasSize(FANS + 1);
        for (Waiting fan : fans) {
            Entry.Draw receipt = fan.entry().draw();
            assertThat(Json.tree(lines.get((int) receipt.joinIndex() + 1))
                            .path("leaf")
                            .asString())
                    .isEqualTo(receipt.leaf());
        }
        var own = fans.getFirst().entry().draw();
        var expected = new Expectations(
                new Expectations.Entry(own.joinIndex(), HexFormat.of().parseHex(own.leaf())),
                HexFormat.of().parseHex(promised.path("commitment").asString()));
        assertThat(verify(all.body(), expected)).isInstanceOf(Verdict.Good.class);
        refusesWhatWasTamperedWith(lines);
        standAsDrawn(fans, lines);
    }

    private static void refusesWhatWasTamperedWith(List<String> lines) throws Exception {
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(1, lines.get(1).replaceFirst("\"leaf\":\"[0-9a-f]{64}\"", leafOf(lines.get(2))));
        assertThat(verify(text(swapped), Expectations.NONE)).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(text(lines.subList(0, FANS)), Expectations.NONE)).isInstanceOf(Verdict.Refused.class);
        List<String> otherSeed = new ArrayList<>(lines);
        otherSeed.set(0, lines.getFirst().replaceFirst("\"seed\":\"[0-9a-f]{8}", "\"seed\":\"00000000"));
        assertThat(verify(text(otherSeed), Expectations.NONE)).isInstanceOf(Verdict.Refused.class);
    }

    /** Among fans still waiting, fewer stand ahead of the one with the better draw; nobody jumped. */
    private static void standAsDrawn(List<Waiting> fans, List<String> lines) throws Exception {
        record Seen(long drawn, long ahead) {}
        List<Seen> seen = new ArrayList<>();
        for (Waiting fan : fans) {
            Entry now = await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () -> fan.client()
                                    .join(eventOf(lines), fan.device())
                                    .value(),
                            entry -> !entry.state().equals("LOBBY"));
            long drawn = Json.tree(lines.get((int) fan.entry().draw().joinIndex() + 1))
                    .path("p")
                    .asLong();
            seen.add(new Seen(drawn, now.position() == null ? 0 : now.position()));
        }
        assertThat(seen).allSatisfy(fan -> assertThat(fan.ahead()).isLessThanOrEqualTo(fan.drawn()));
    }

    private static UUID eventOf(List<String> lines) {
        return UUID.fromString(Json.tree(lines.getFirst()).path("event_id").asString());
    }

    private static List<Waiting> lobby(TestFleet fleet, UUID event) throws Exception {
        List<Future<Waiting>> joining = new ArrayList<>();
        List<Waiting> fans = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Waiting> join = () -> join(fleet, event);
            for (int i = 0; i < FANS; i++) {
                joining.add(threads.submit(join));
            }
            for (Future<Waiting> each : joining) {
                fans.add(each.get());
            }
        }
        return fans;
    }

    private static Waiting join(TestFleet fleet, UUID event) throws Exception {
        BoxofficeClient client = fleet.client(fleet.newFan());
        Device device = TestFan.newDevice();
        return new Waiting(client, device, TestFan.joined(client, event, device));
    }

    private static JsonNode awaitDraw(BoxofficeClient outsider, UUID event, String state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> outsider.draw(event),
                        answer -> answer.ok()
                                && answer.json().path("state").asString().equals(state))
                .json();
    }

    private static String leafOf(String line) {
        return "\"leaf\":\"" + Json.tree(line).path("leaf").asString() + "\"";
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static Verdict verify(String file, Expectations expected) throws Exception {
        return DrawVerifier.verify(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), expected);
    }
}
