package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Notes;
import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Entry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fan's way through the queue: join, poll as told, be let in. */
final class Line {

    private static final int MOST_JOINS = 3;
    private static final Duration UNTIL_HEARD_OF = Duration.ofSeconds(1);

    private final Sale sale;
    private final Person person;
    private final BoxofficeClient client;
    private final Device device;
    private final FanPlan plan;
    private @Nullable String queueToken;
    private long lastPosition = Long.MAX_VALUE;
    private @Nullable Told told;

    Line(Sale sale, Person person, BoxofficeClient client, Device device, FanPlan plan) {
        this.sale = sale;
        this.person = person;
        this.client = client;
        this.device = device;
        this.plan = plan;
    }

    /** Waits in line; empty when the fan was not let in. */
    Optional<AccessPass> queue() throws IOException, InterruptedException {
        for (int joins = 0; joins < MOST_JOINS; joins++) {
            Entry entry = join();
            if (entry == null) {
                return Optional.empty();
            }
            lastPosition = Long.MAX_VALUE;
            told = null;
            long joinedNanos = System.nanoTime();
            entry = wait(entry);
            if (entry.accessToken() != null) {
                sale.tally().admitted(entry.entryId());
                sale.tally().reached(Tally.Stop.ADMITTED, person.sub());
                sale.tally().waitMillis.add((System.nanoTime() - joinedNanos) / 1_000_000);
                judgeWait();
                sale.leak(person.sub(), entry.queueToken(), entry.accessToken());
                return Optional.of(new AccessPass(entry.accessToken(), device.id()));
            }
            sale.tally().leftLine(entry.entryId());
            if ("sold-out".equals(entry.reason())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Gives the place back, as someone does who closes the page properly. */
    void leave() throws IOException, InterruptedException {
        if (queueToken != null) {
            client.leave(sale.event(), queueToken, device);
        }
    }

    private @Nullable Entry join() throws IOException, InterruptedException {
        while (!sale.over().get()) {
            Reply<Entry> reply = client.join(sale.event(), device);
            switch (reply) {
                case Reply.Got<Entry>(var entry, var answer) -> {
                    sale.tally().joined(entry.entryId());
                    if (entry.draw() != null) {
                        sale.tally().lobby.put(entry.entryId(), entry.draw());
                    }
                    sale.tally().reached(Tally.Stop.JOINED, person.sub());
                    if (queueToken == null) {
                        sale.notes()
                                .joins()
                                .add(new Notes.Join(
                                        person.sub(),
                                        entry.entryId(),
                                        entry.joinNumber(),
                                        answer.sentNanos(),
                                        answer.answeredNanos()));
                    }
                    queueToken = entry.queueToken();
                    return entry;
                }
                case Reply.Refused<Entry>(var problem, var _) -> {
                    switch (problem.code()) {
                        case "queue-not-open" -> sleepUntil(sale.opensAt());
                        case "event-not-found" -> Thread.sleep(UNTIL_HEARD_OF);
                        default -> {
                            return null;
                        }
                    }
                }
            }
        }
        return null;
    }

    private Entry wait(Entry entry) throws IOException, InterruptedException {
        keepWaitTold(entry);
        while (entry.waiting() || admittedWithoutToken(entry)) {
            Thread.sleep(pause(entry));
            Reply<Entry> reply = client.place(sale.event(), entry.queueToken(), device);
            if (reply instanceof Reply.Got<Entry>(var now, var _)) {
                sale.notes().polls().incrementAndGet();
                watchPosition(now);
                keepWaitTold(now);
                entry = now;
            } else if (reply instanceof Reply.Refused<Entry>(var problem, var _) && problem.status() / 100 == 4) {
                if (problem.status() == 429) {
                    continue;
                }
                return new Entry(
                        entry.entryId(),
                        entry.queueToken(),
                        "LOST",
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        problem.code(),
                        null,
                        null,
                        null);
            }
        }
        return entry;
    }

    /** What was told first of the wait, and when. */
    private record Told(Entry entry, long nanos) {}

    private void keepWaitTold(Entry entry) {
        if (told == null && entry.waiting() && entry.estimatedWaitSeconds() != null) {
            told = new Told(entry, System.nanoTime());
        }
    }

    private void judgeWait() {
        if (told == null) {
            return;
        }
        Entry entry = told.entry();
        Long estimate = entry.estimatedWaitSeconds();
        Long low = entry.waitLowSeconds();
        Long high = entry.waitHighSeconds();
        if (estimate != null && low != null && high != null) {
            double waited = (System.nanoTime() - told.nanos()) / 1e9;
            sale.tally().waitsTold.add(new WaitTold(estimate, low, high, waited));
        }
    }

    private static boolean admittedWithoutToken(Entry entry) {
        return entry.state().equals("ADMITTED") && entry.accessToken() == null;
    }

    /** A place in line only ever gets better. */
    private void watchPosition(Entry entry) {
        Long position = entry.position();
        if (position != null) {
            if (position > lastPosition) {
                sale.notes().positionsLost().add(entry.entryId() + ": " + lastPosition + " to " + position);
            }
            lastPosition = position;
        }
    }

    /** As told, and a little later: never sooner. An admitted fan asks at once for the token. */
    private Duration pause(Entry entry) {
        long millis = entry.waiting() ? Math.max(1, entry.pollAfterSeconds()) * 1_000L : 100;
        return Duration.ofMillis(millis + plan.random().nextLong(1 + millis / 8));
    }

    private void sleepUntil(Instant time) throws InterruptedException {
        long millis = Duration.between(Instant.now(), time).toMillis();
        Thread.sleep(Math.max(100, millis) + plan.random().nextLong(400));
    }
}
