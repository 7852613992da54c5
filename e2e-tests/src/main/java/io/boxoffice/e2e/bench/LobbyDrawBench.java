package io.boxoffice.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boxoffice.draw.verify.DrawVerifier;
import io.boxoffice.draw.verify.Expectations;
import io.boxoffice.draw.verify.Verdict;
import io.boxoffice.e2e.bench.BenchResult.Row;
import io.boxoffice.e2e.bench.load.HttpLane;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Entry;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A lobby that fans fill over HTTP, and its draw, checked by an outsider who has nothing but what is published and the fans'
 * receipts; then the same draw with something in it changed, which must be refused.
 */
final class LobbyDrawBench {

    private static final int USUAL_FANS = 100_000;
    private static final int LANES = 32;
    private static final int JOINS_A_SECOND_AT_LEAST = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Fleet fleet;
    private final int fans;

    LobbyDrawBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.fans = options.fans(USUAL_FANS);
    }

    BenchResult measure() throws IOException, InterruptedException {
        try (var own = BenchFleet.up(fleet, BenchFleet.STANDING_LINE)) {
            List<Person> people = own.fans(1, fans);
            var untilOpening = Duration.ofSeconds(30 + fans / JOINS_A_SECOND_AT_LEAST);
            UUID event = own.lobby("Lobby", untilOpening);
            BoxofficeClient outsider = own.outsider();
            String commitment = outsider.draw(event).json().path("commitment").asString();

            Instant began = Instant.now();
            List<Entry.Draw> receipts = join(own.port("waiting-room"), event, people);
            Duration filled = Duration.between(began, Instant.now());
            awaitDraw(outsider, event, untilOpening.plus(PATIENCE));
            List<String> lines = outsider.participants(event).body().lines().toList();

            began = Instant.now();
            Verdict verdict = verify(lines, expected(receipts.getFirst(), commitment));
            Duration verified = Duration.between(began, Instant.now());
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("fans", fans);
            settings.put("joins_over_http_in_seconds", filled.toSeconds());
            settings.put("verified_in_ms", verified.toMillis());
            settings.put("verdict", verdict.toString());
            settings.put("up_options", own.options());
            return BenchResult.of(
                    "lobby-draw",
                    List.of(
                            row("refused", verdict instanceof Verdict.Good ? 0 : 1, "of 1 published draw"),
                            row("receipts-missing", missing(receipts, lines), "of %d receipts".formatted(fans)),
                            row("tampered-accepted", tamperedAccepted(lines), "of 4 changed draws")),
                    settings);
        }
    }

    private static Row row(String part, long count, String of) {
        return new Row(part, count, of, null, null, "0", count == 0);
    }

    private static List<Entry.Draw> join(int service, UUID event, List<Person> people)
            throws IOException, InterruptedException {
        List<Entry.Draw> receipts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            List<Future<List<Entry.Draw>>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int first = lane;
                lanes.add(threads.submit(() -> joinEvery(service, event, people, first)));
            }
            for (var lane : lanes) {
                receipts.addAll(lane.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        return receipts;
    }

    private static List<Entry.Draw> joinEvery(int service, UUID event, List<Person> people, int first)
            throws IOException {
        List<Entry.Draw> receipts = new ArrayList<>();
        try (var lane = new HttpLane(service)) {
            for (int number = first; number < people.size(); number += LANES) {
                Person fan = people.get(number);
                var device = Device.random("d-" + fan.username(), new SplittableRandom(number));
                var reply = lane.ask(Requests.join(event, fan, device));
                var draw = reply.status() == 201
                        ? Json.read(reply.body(), Entry.class).draw()
                        : null;
                if (draw == null) {
                    throw new IOException("no place in the lobby: " + reply.status() + " " + reply.body());
                }
                receipts.add(draw);
            }
        }
        return receipts;
    }

    private static void awaitDraw(BoxofficeClient outsider, UUID event, Duration patience)
            throws IOException, InterruptedException {
        Instant late = Instant.now().plus(patience);
        while (!outsider.draw(event).json().path("state").asString().equals("DRAWN")) {
            if (Instant.now().isAfter(late)) {
                throw new IOException("the draw was not held within " + patience);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Receipts that the published list does not have at their place. */
    private static long missing(List<Entry.Draw> receipts, List<String> lines) {
        return receipts.stream()
                .filter(receipt -> receipt.joinIndex() + 1 >= lines.size()
                        || !lines.get((int) receipt.joinIndex() + 1).contains('"' + receipt.leaf() + '"'))
                .count();
    }

    private static long tamperedAccepted(List<String> lines) throws IOException {
        List<String> exchanged = new ArrayList<>(lines);
        exchanged.set(1, lines.get(1).replace(leaf(lines.get(1)), leaf(lines.get(2))));
        List<String> position = new ArrayList<>(lines);
        position.set(1, lines.get(1).replaceFirst("\"p\":\\d+", "\"p\":" + (lines.size() + 1)));
        List<String> seed = new ArrayList<>(lines);
        seed.set(0, lines.getFirst().replaceFirst("\"seed\":\"[0-9a-f]{8}", "\"seed\":\"00000000"));
        List<String> shorter = lines.subList(0, lines.size() - 1);
        long accepted = 0;
        for (List<String> changed : List.of(exchanged, position, seed, shorter)) {
            accepted += verify(changed, Expectations.NONE) instanceof Verdict.Good ? 1 : 0;
        }
        return accepted;
    }

    private static String leaf(String line) {
        return Json.tree(line).path("leaf").asString();
    }

    private static Expectations expected(Entry.Draw receipt, String commitment) {
        var hex = HexFormat.of();
        return new Expectations(
                new Expectations.Entry(receipt.joinIndex(), hex.parseHex(receipt.leaf())), hex.parseHex(commitment));
    }

    private static Verdict verify(List<String> lines, Expectations expected) throws IOException {
        return DrawVerifier.verify(
                new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(UTF_8)), expected);
    }
}
