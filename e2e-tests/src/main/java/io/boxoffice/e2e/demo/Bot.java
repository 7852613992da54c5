package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Notes;
import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.Entry;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Quote;
import io.boxoffice.e2e.client.model.SeatLine;
import io.boxoffice.e2e.client.model.SeatMap;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account of a farm: no manners, no patience, other people's tokens; it may win or lose, but must break nothing. */
final class Bot implements Client {

    private static final int ROUNDS = 4;
    private static final int GREED = 4;

    private final Sale sale;
    private final Person person;
    private final FanPlan plan;
    private final BoxofficeClient client;
    private final Device device;

    /** A bot on a device that it shares with its farm. */
    Bot(Sale sale, Person person, String address, Device device, FanPlan plan) {
        this.sale = sale;
        this.person = person;
        this.plan = plan;
        this.client = new BoxofficeClient(sale.gateway(), person.accessToken(), address);
        this.device = device;
    }

    @Override
    public void live() throws InterruptedException {
        Duration ahead = Duration.between(Instant.now(), sale.opensAt());
        Thread.sleep(Math.max(0, ahead.toMillis()) + plan.random().nextLong(500));
        for (int rudeness = 0; rudeness < ROUNDS && !sale.over().get(); rudeness++) {
            try {
                Optional<AccessPass> pass = push();
                if (pass.isPresent()) {
                    hoard(pass.get());
                    return;
                }
            } catch (IOException | Reply.UnexpectedAnswer _) {
                // a bot ignores errors and starts over
            }
        }
    }

    private Optional<AccessPass> push() throws IOException, InterruptedException {
        Entry entry = client.join(sale.event(), device).value();
        sale.tally().joined(entry.entryId());
        sale.tally().reached(Tally.Stop.JOINED, person.sub());
        while (!sale.over().get()) {
            plan.think(800, 3_000);
            if (plan.random().nextInt(5) == 0) {
                tryLoot();
            }
            if (client.place(sale.event(), entry.queueToken(), device) instanceof Reply.Got<Entry>(var now, var _)) {
                if (now.accessToken() != null) {
                    sale.tally().admitted(now.entryId());
                    sale.tally().reached(Tally.Stop.ADMITTED, person.sub());
                    sale.leak(person.sub(), now.queueToken(), now.accessToken());
                    return Optional.of(new AccessPass(now.accessToken(), device.id()));
                }
                if (!now.waiting() && !now.state().equals("ADMITTED")) {
                    break;
                }
            }
        }
        sale.tally().leftLine(entry.entryId());
        return Optional.empty();
    }

    /** Another's access token with the own bearer, another's queue token with the own secret: both must be refused. */
    private void tryLoot() throws IOException, InterruptedException {
        Sale.Loot loot = sale.loot().poll();
        if (loot == null || loot.owner().equals(person.sub())) {
            return;
        }
        sale.notes().foreignTries().incrementAndGet();
        Device own = Device.random(device.id(), plan.random());
        if (client.place(sale.event(), loot.queueToken(), own) instanceof Reply.Got) {
            sale.notes().surprises().add("a stolen queue token worked with another secret");
        }
        AccessPass stolen = new AccessPass(loot.accessToken(), device.id());
        List<String> wish = wish();
        if (!wish.isEmpty()
                && client.hold(sale.event(), stolen, wish, plan.key()) instanceof Reply.Got<Hold>(var hold, var _)) {
            sale.notes().surprises().add("hold " + hold.holdId() + " was placed with a stolen access token");
        }
    }

    private void hoard(AccessPass pass) throws IOException, InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            plan.think(200, 900);
            List<String> wish = wish();
            if (wish.isEmpty()) {
                continue;
            }
            if (client.hold(sale.event(), pass, wish, plan.key()) instanceof Reply.Got<Hold>(var hold, var _)) {
                sale.tally().holds.increment();
                sale.tally().reached(Tally.Stop.HELD, person.sub());
                plan.think(500, 3_000);
                if (round == ROUNDS && plan.random().nextBoolean()) {
                    buy(pass, hold);
                } else {
                    client.release(sale.event(), hold.holdId());
                }
            }
        }
    }

    private void buy(AccessPass pass, Hold hold) throws IOException, InterruptedException {
        sale.tally().reached(Tally.Stop.ORDERED, person.sub());
        if (client.quote(sale.event(), pass, hold.holdId()) instanceof Reply.Got<Quote>(var quote, var _)
                && client.order(sale.event(), pass, hold.holdId(), FanPlan.GOOD_CARD, quote.total(), plan.key())
                        instanceof Reply.Got<Order>(var order, var _)
                && order.bought()) {
            List<String> seats =
                    order.items().stream().map(SeatLine::seatId).sorted().toList();
            sale.notes().purchases().add(new Notes.Purchase(order.orderId(), person.sub(), order.totalAmount(), seats));
            sale.tally().sold(seats.size());
            sale.tally().botSeats.add(seats.size());
            sale.tally().reached(Tally.Stop.CONFIRMED, person.sub());
        }
    }

    private List<String> wish() throws IOException, InterruptedException {
        var answer = client.seatMap(sale.event(), null);
        if (!answer.ok()) {
            return List.of();
        }
        SeatMap map = answer.header("ETag")
                .map(tag -> sale.layouts().computeIfAbsent(tag, unknown -> Json.read(answer.body(), SeatMap.class)))
                .orElseGet(() -> Json.read(answer.body(), SeatMap.class));
        Availability free = client.availability(sale.event()).value();
        return new SeatChoice(map, plan.random()).choose(free, Set.of(), GREED, plan.sectionTaste());
    }
}
