package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.e2e.check.Checker;
import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.DemoIdentities;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.OperatorClient;
import io.boxoffice.e2e.client.OrganizerClient;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.SupportClient;
import io.boxoffice.e2e.client.http.CarefulExchange;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.fleet.Credentials;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One demo from the empty stage to the report. */
final class DemoRun {

    private static final Duration TOKEN_LIFE = Duration.ofHours(2);
    private static final Duration OPENS_IN = Duration.ofSeconds(6);
    private static final Duration OPENS_AFTER_LOBBY = Duration.ofSeconds(14);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_KILLS = Duration.ofMinutes(4);
    private static final int LANES = 192;
    private static final int SCANNERS = 8;
    private static final int FIRST_NEWCOMER = 700_001;
    private static final int FIRST_BOT = 800_001;

    private final Fleet fleet;
    private final DemoOptions options;
    private final Credentials credentials;
    private final DemoIdentities identities;
    private final Tally tally = new Tally();
    private final Duration patience;

    DemoRun(Fleet fleet, DemoOptions options) throws IOException {
        this.fleet = fleet;
        this.options = options;
        this.credentials = fleet.credentials();
        this.patience = options.kill() ? PATIENCE_WITH_KILLS : PATIENCE;
        Exchange issuer = HttpExchange.to(credentials.issuer(), 4);
        this.identities = new DemoIdentities(
                issuer, credentials.e2eClient().id(), credentials.e2eClient().secret());
    }

    DemoReport run() throws IOException, InterruptedException {
        Instant started = Instant.now();
        System.out.printf(
                "On sale: %d seats, %d fans%s, seed %d%s%n",
                options.seats(),
                options.fans(),
                options.bots() > 0 ? " (%.0f %% bots)".formatted(options.bots() * 100) : "",
                options.seed(),
                (options.kill() ? ", services killed one after another" : "")
                        + (options.moveShard() ? ", moved to another shard meanwhile" : ""));
        List<Person> people = people();
        Sale sale = stage(started);
        System.out.printf("Event %s opens at %s%n", sale.event(), sale.opensAt());
        try (var progress = ProgressDisplay.start(tally, options.fans())) {
            var killer = new ServiceKiller(fleet, sale, options.seed(), progress);
            Rush rush = rush();
            var mover = new ShardMover(fleet, new OperatorClient(careful("ops-", 1)), sale, options, progress);
            new Crowd(sale, people, options, rush, 1).come(disturbances(killer, mover));
            progress.say("The sale is over. Tickets change hands, support gives money back");
            DrawRecord draw = options.lobby() ? new DrawCheck(sale, careful("support-", 1)).look(fleet.home()) : null;
            Gate gate = new Gate(sale, scanners(), options.seed());
            var aftermath = new Aftermath(sale, gate, new SupportClient(careful("support-", 1)), options);
            aftermath.play(newcomers(aftermath.buyersWanted()));
            progress.say("Scanning at the gate");
            gate.open();
            progress.say("Waiting until money, messages and mails have come to rest");
            try (var checker = new Checker(fleet.status(), credentials, sale.notes())) {
                var settling = new Settling(checker, options.kill());
                boolean rest = settling.await(progress);
                progress.say("Checking");
                Verdict verdict = settling.judge();
                return new DemoReport(
                        options,
                        sale,
                        killer.kills(),
                        mover.move(),
                        draw,
                        checker.admittedAt(),
                        verdict,
                        rest,
                        started,
                        Instant.now());
            }
        }
    }

    private List<Crowd.Disturbance> disturbances(ServiceKiller killer, ShardMover mover) {
        List<Crowd.Disturbance> disturbances = new ArrayList<>();
        if (options.kill()) {
            disturbances.add(killer::killAll);
        }
        if (options.moveShard()) {
            disturbances.add(mover::moveOn);
        }
        return disturbances;
    }

    private Rush rush() {
        Rush rush = options.kill() ? Rush.whileKilling() : Rush.usual();
        return options.lobby() ? rush.withLobby() : rush;
    }

    /** Bots first, half of them with accounts made an hour ago. They have accounts of their own: suspicion of them lasts. */
    private List<Person> people() throws IOException, InterruptedException {
        int machines = options.machines();
        List<Person> people = new ArrayList<>();
        if (machines > 0) {
            people.addAll(some("newbie-", 1, machines / 2));
            people.addAll(some("fan-", FIRST_BOT, machines - machines / 2));
        }
        people.addAll(some("fan-", 1, options.fans() - machines));
        return people;
    }

    private List<Person> newcomers(int count) throws IOException, InterruptedException {
        return some("fan-", FIRST_NEWCOMER, count);
    }

    private List<Person> some(String prefix, int from, int count) throws IOException, InterruptedException {
        return count == 0 ? List.of() : identities.people(prefix, from, count, TOKEN_LIFE);
    }

    private Sale stage(Instant started) throws IOException, InterruptedException {
        var organizer = new OrganizerClient(careful("organizer-", 1));
        String name = "Demo night " + started.getEpochSecond();
        Stage.Show show = new Stage(organizer)
                .open(name, options.seats(), options.lobby() ? OPENS_AFTER_LOBBY : OPENS_IN, options.lobby());
        // clocks of other processes may cut to the second
        var notes = new SaleNotes(show.event(), started.minusSeconds(1), Stage.TICKET_LIMIT, show.capacities());
        return new Sale(
                show.event(),
                show.opensAt(),
                show.gates(),
                new MeasuredExchange(HttpExchange.to(credentials.gateway(), LANES), tally),
                new Mailbox(new CarefulExchange(
                        HttpExchange.to(credentials.mailUrl(), 8), patience, new SplittableRandom(options.seed()))),
                patience,
                tally,
                notes,
                options.seats() / 50);
    }

    private List<BoxofficeClient> scanners() throws IOException, InterruptedException {
        List<BoxofficeClient> scanners = new ArrayList<>();
        for (int number = 1; number <= SCANNERS; number++) {
            scanners.add(careful("scanner-", number));
        }
        return scanners;
    }

    private BoxofficeClient careful(String prefix, int number) throws IOException, InterruptedException {
        Person person = identities.person(prefix, number, TOKEN_LIFE);
        Exchange once = new MeasuredExchange(HttpExchange.to(credentials.gateway(), 4), tally);
        return new BoxofficeClient(
                new CarefulExchange(once, patience, new SplittableRandom(options.seed())),
                person.accessToken(),
                "10.255.0." + number);
    }
}
