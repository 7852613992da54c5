package io.boxoffice.e2e;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.DemoIdentities;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.OrganizerClient;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.CarefulExchange;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.demo.Stage;
import io.boxoffice.e2e.fleet.Credentials;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fleet of this run's own: ports and data of its own, some timers short. {@code boxoffice.e2e.home} names the home of a running one
 * to use instead.
 */
public final class TestFleet implements AutoCloseable {

    /** The build that runs the tests has made what they start. */
    private static final Map<String, String> AS_BUILT = Map.of("BOXOFFICE_SKIP_BUILD", "1");

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    /** A busy machine's services may not answer in time at first. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int HIGHEST_PORT = 19_093;
    private static final List<Integer> PORTS = Stream.of(
                    IntStream.rangeClosed(8_080, 8_092),
                    IntStream.rangeClosed(9_080, 9_089),
                    IntStream.of(2_525, 15_432, 15_433, 15_434, 15_435, 16_379, 19_092, HIGHEST_PORT))
            .flatMap(IntStream::boxed)
            .toList();
    private static final List<String> SETTINGS = List.of(
            "inventory.hold-ttl=30s",
            "inventory.sweep-every=1s",
            "cache.l3=1s",
            "waiting-room.admission.rate=1200",
            "waiting-room.admission.floor=600",
            "waiting-room.poll-min=1s",
            "waiting-room.poll-default=4s",
            "payment.answer-within=4s",
            "payment.reconcile-every=2s",
            "payment.unconfirmed-after=20s",
            "payment.capture-after=10s",
            "idempotency.takeover-after=10s",
            // one organiser and a few fans do the work of a crowd here
            "gateway.limits.account=600/10s");

    private final Fleet fleet;
    private final boolean ours;
    private final Credentials credentials;
    private final Exchange gateway;
    private final DemoIdentities identities;
    private final AtomicInteger nextFan = new AtomicInteger(500_000);

    private TestFleet(Fleet fleet, boolean ours) throws IOException {
        this.fleet = fleet;
        this.ours = ours;
        this.credentials = fleet.credentials();
        this.gateway = CarefulExchange.whileAway(
                HttpExchange.to(credentials.gateway(), 64), PATIENCE, new SplittableRandom(1));
        this.identities = new DemoIdentities(
                HttpExchange.to(credentials.issuer(), 8),
                credentials.e2eClient().id(),
                credentials.e2eClient().secret());
    }

    static TestFleet start() {
        Path script = Path.of("../boxoffice");
        String running = System.getProperty("boxoffice.e2e.home");
        try {
            if (running != null) {
                return new TestFleet(new Fleet(script, Path.of(running), AS_BUILT), false);
            }
            Fleet fleet = new Fleet(script, Path.of("target/fleet-home"), AS_BUILT);
            // also where the run is cut short
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(fleet)));
            int code = fleet.up(options());
            if (code != 0) {
                throw new IllegalStateException("boxoffice up ended with exit code " + code);
            }
            return new TestFleet(fleet, true);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String[] options() {
        List<String> options = new ArrayList<>(List.of("--fresh", "--set", "ports.offset=" + freeOffset()));
        SETTINGS.forEach(setting -> options.addAll(List.of("--set", setting)));
        return options.toArray(String[]::new);
    }

    /** Above most usual ports and below those the system gives away by itself. */
    private static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(1_200, 32_700 - HIGHEST_PORT);
            if (PORTS.stream().allMatch(port -> free(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    Fleet fleet() {
        return fleet;
    }

    /** How clients get in. */
    public Credentials credentials() {
        return credentials;
    }

    /** A fan nobody has met yet. */
    public Person newFan() throws IOException, InterruptedException {
        return identities.person("fan-", nextFan.incrementAndGet(), TOKEN_LIFE);
    }

    /** One of the organisers. */
    public Person organizer(int number) throws IOException, InterruptedException {
        return identities.person("organizer-", number, TOKEN_LIFE);
    }

    /** Someone at the gates. */
    public Person scanner() throws IOException, InterruptedException {
        return identities.person("scanner-", 1, TOKEN_LIFE);
    }

    /** A fan whose account is an hour old. */
    public Person newbie() throws IOException, InterruptedException {
        return identities.person("newbie-", nextFan.incrementAndGet(), TOKEN_LIFE);
    }

    Person support() throws IOException, InterruptedException {
        return identities.person("support-", 1, TOKEN_LIFE);
    }

    /** Someone who has a hand on the lines. */
    public Person operator() throws IOException, InterruptedException {
        return identities.person("ops-", 1, TOKEN_LIFE);
    }

    /** A fan whose token lasts one second. */
    Person fanOfAMoment() throws IOException, InterruptedException {
        return identities.person("fan-", nextFan.incrementAndGet(), Duration.ofSeconds(1));
    }

    /** Calls of a person, repeated only while a service does not answer. */
    public BoxofficeClient client(Person person) {
        return new BoxofficeClient(gateway, person.accessToken(), address(person.username()));
    }

    /** Calls of a person, each sent once. */
    BoxofficeClient clientWithoutPatience(Person person) {
        return new BoxofficeClient(
                HttpExchange.to(credentials.gateway(), 4), person.accessToken(), address(person.username()));
    }

    /** Calls with a bearer of one's own making. */
    BoxofficeClient client(String bearer) {
        return new BoxofficeClient(gateway, bearer, address(bearer));
    }

    /** Everybody comes from an address of their own, as they would. */
    private static String address(String someone) {
        int bits = someone.hashCode();
        return "10." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    /** What was sent by mail. */
    public Mailbox mail() {
        return new Mailbox(HttpExchange.to(credentials.mailUrl(), 4));
    }

    Exchange provider() {
        return HttpExchange.to(credentials.provider().baseUrl(), 4);
    }

    /** The calls of an organiser. */
    public OrganizerClient organizerClient() throws IOException, InterruptedException {
        Exchange careful = new CarefulExchange(gateway, PATIENCE, new SplittableRandom(1));
        return new OrganizerClient(new BoxofficeClient(careful, organizer(1).accessToken(), "10.77.0.2"));
    }

    /** An event on sale now, with that many seats in three sections. */
    public Stage.Show onSale(String name, int seats) throws IOException, InterruptedException {
        return new Stage(organizerClient()).open(name, seats, Duration.ofSeconds(-1));
    }

    @Override
    public void close() {
        if (ours) {
            stop(fleet);
        }
    }

    private static void stop(Fleet fleet) {
        try {
            if (fleet.status().running()) {
                fleet.down();
            }
        } catch (IOException e) {
            System.err.println("the fleet of the tests could not be stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
