package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.DemoIdentities;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.OrganizerClient;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.CarefulExchange;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.demo.Stage;
import io.boxoffice.e2e.fleet.Credentials;
import io.boxoffice.e2e.fleet.Fleet;
import io.boxoffice.e2e.fleet.FleetStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A fleet for one measurement of the line or of the seats: full JIT, fresh data, ports of its own, and only the services that put an event on sale
 * and let fans stand in line; gone when closed.
 */
final class BenchFleet implements AutoCloseable {

    /** Everybody may join, nobody is let in before a measurement says so, and nobody is told to wait between polls. */
    static final List<String> STANDING_LINE = List.of(
            "waiting-room.admission.mode=PAUSED",
            "waiting-room.abandon-after=20h",
            "waiting-room.poll-min=1ms",
            "waiting-room.poll-default=1ms",
            "waiting-room.poll-max=1ms",
            "fraud.challenge.sample-rate=0",
            "gateway.limits.address=10000000/10s",
            "gateway.limits.account=1000000/10s");

    /** Nobody stands in line, and nobody's hold runs out while it is counted. */
    static final List<String> OPEN_SALE = List.of(
            "inventory.hold-ttl=3h",
            "fraud.challenge.sample-rate=0",
            "gateway.limits.address=10000000/10s",
            "gateway.limits.account=1000000/10s");

    private static final String PORTS = "ports.offset=10000";
    private static final List<String> NOT_NEEDED = List.of("payment", "notification", "analytics", "fraud", "resale");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final int TOKENS_A_CALL = 10_000;
    private static final int SEATS = 30;

    private final Fleet fleet;
    private final Exchange gateway;
    private final DemoIdentities identities;
    private final List<String> options;
    private final Thread whenInterrupted;

    private BenchFleet(Fleet fleet, List<String> options, Thread whenInterrupted) throws IOException {
        this.fleet = fleet;
        this.whenInterrupted = whenInterrupted;
        this.options = options;
        Credentials credentials = fleet.credentials();
        this.gateway = CarefulExchange.whileAway(
                HttpExchange.to(credentials.gateway(), 16), PATIENCE, new SplittableRandom(1));
        // thousands of signatures take their time
        this.identities = new DemoIdentities(
                CarefulExchange.whileAway(
                        HttpExchange.to(credentials.issuer(), 2, PATIENCE), PATIENCE, new SplittableRandom(1)),
                credentials.e2eClient().id(),
                credentials.e2eClient().secret());
    }

    static BenchFleet up(Fleet usual, List<String> settings, String... more) throws IOException, InterruptedException {
        Fleet own = usual.withHome(usual.home().resolve("bench"));
        List<String> options = Stream.of(
                        Stream.of("--perf", "--fresh"),
                        Stream.of(more),
                        NOT_NEEDED.stream().flatMap(service -> Stream.of("--instances", service + "=0")),
                        Stream.concat(Stream.of(PORTS), settings.stream())
                                .flatMap(setting -> Stream.of("--set", setting)))
                .flatMap(words -> words)
                .toList();
        var whenInterrupted = new Thread(() -> stop(own));
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        own.down(); // what an earlier measurement that was killed left behind
        if (own.up(options.toArray(String[]::new)) != 0) {
            throw new IOException("the fleet to be measured did not start");
        }
        return new BenchFleet(own, options, whenInterrupted);
    }

    /** Also when the measurement is broken off: nothing of it stays behind but its logs, since millions of fans are gigabytes. */
    private static void stop(Fleet fleet) {
        try {
            fleet.down();
            Path data = fleet.home().resolve("data");
            if (Files.exists(data)) {
                try (var files = Files.walk(data)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException failed) {
            System.err.println("bench: its fleet is not cleaned up: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it was started, for the report. */
    String options() {
        return String.join(" ", options);
    }

    FleetStatus status() throws IOException, InterruptedException {
        return fleet.status();
    }

    int port(String process) throws IOException, InterruptedException {
        Integer port = status().process(process).orElseThrow().port();
        if (port == null) {
            throw new IOException(process + " has no port");
        }
        return port;
    }

    String gatewayAddress() throws IOException {
        return fleet.credentials().gateway().replace("http://", "");
    }

    /** An event on sale whose line the waiting room has begun, with this one fan in it. */
    UUID event(String name) throws IOException, InterruptedException {
        var organizer = new OrganizerClient(client(one("organizer-", 1)));
        UUID event = new Stage(organizer).open(name, SEATS, Duration.ZERO).event();
        var first = client(one("fan-", 999_999));
        first.join(event, Device.random("first", new SplittableRandom(1))).value();
        return event;
    }

    /** An event with a lobby that is open now, until then. */
    UUID lobby(String name, Duration untilOpening) throws IOException, InterruptedException {
        var organizer = new OrganizerClient(client(one("organizer-", 1)));
        return new Stage(organizer).open(name, SEATS, untilOpening, true).event();
    }

    /** Somebody who has to do with nothing. */
    BoxofficeClient outsider() throws IOException, InterruptedException {
        return client(one("fan-", 999_998));
    }

    /** An event that is sold without a line, in a venue of its own. */
    UUID onSale(Map<String, Object> venue, Function<String, Map<String, Object>> event)
            throws IOException, InterruptedException {
        var stage = new Stage(new OrganizerClient(client(one("organizer-", 1))));
        Map<String, Object> body = event.apply(stage.venue(venue));
        body.put("waiting_room", Map.of("mode", "OFF"));
        return stage.published(body);
    }

    /** The path of an event's line. */
    static String queue(UUID event) {
        return BoxofficeClient.events(event) + "/queue";
    }

    /** An operator's word on a line. */
    void control(UUID event, Map<String, Object> word) throws IOException, InterruptedException {
        var call = new Call(
                "control",
                "PUT",
                "/api/v1/ops/events/" + event + "/queue",
                Map.of("Content-Type", "application/json"),
                Json.write(word));
        var answer = client(one("ops-", 1)).send(call);
        if (!answer.ok()) {
            throw new IOException("the operator was refused: " + answer.status() + " " + answer.body());
        }
    }

    /** Fans with tokens, as many as asked for. */
    List<Person> fans(int from, int count) throws IOException, InterruptedException {
        List<Person> fans = new ArrayList<>(count);
        for (int done = 0; done < count; done += TOKENS_A_CALL) {
            fans.addAll(identities.people("fan-", from + done, Math.min(TOKENS_A_CALL, count - done), TOKEN_LIFE));
        }
        return fans;
    }

    private Person one(String prefix, int number) throws IOException, InterruptedException {
        return identities.person(prefix, number, TOKEN_LIFE);
    }

    private BoxofficeClient client(Person person) {
        return new BoxofficeClient(gateway, person.accessToken(), "10.254.0.1");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        stop(fleet);
    }
}
