package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Notes;
import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.CarefulExchange;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.http.Reply.UnexpectedAnswer;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.SeatLine;
import io.boxoffice.e2e.client.model.Ticket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A fan at the web app: comes, queues, chooses, pays, and looks for the mail. */
final class Fan implements Client {

    private static final int MOST_VISITS = 3;

    private final Sale sale;
    private final Person person;
    private final FanPlan plan;
    private final BoxofficeClient client;
    private final Device device;

    Fan(Sale sale, Person person, String address, FanPlan plan) {
        this.sale = sale;
        this.person = person;
        this.plan = plan;
        Exchange careful = new CarefulExchange(sale.gateway(), sale.patience(), plan.random());
        this.client = new BoxofficeClient(careful, person.accessToken(), address);
        this.device = Device.random("web-" + plan.key(), plan.random());
    }

    @Override
    public void live() throws InterruptedException {
        try {
            arrive();
            Line line = new Line(sale, person, client, device, plan);
            Optional<AccessPass> pass = line.queue();
            if (pass.isPresent() && !shop(pass.get())) {
                line.leave();
            }
        } catch (IOException | UnexpectedAnswer surprise) {
            sale.tally().error("gave-up");
            sale.notes().gaveUp().add(person.username() + ": " + surprise.getMessage());
        } finally {
            sale.tally().fansDone.increment();
        }
    }

    private void arrive() throws InterruptedException {
        Duration ahead = Duration.between(Instant.now(), sale.opensAt());
        Thread.sleep(Math.max(0, ahead.plus(plan.arrival()).toMillis()));
    }

    /** Whether the fan's session needs no goodbye: it ended with a purchase, or they walked away. */
    private boolean shop(AccessPass pass) throws IOException, InterruptedException {
        Shopper shopper = new Shopper(sale, client, pass, plan);
        for (int visit = 0; visit < MOST_VISITS; visit++) {
            Optional<Hold> held = shopper.shop();
            if (held.isEmpty()) {
                return false;
            }
            Hold hold = held.get();
            sale.tally().reached(Tally.Stop.HELD, person.sub());
            if (plan.ending() == FanPlan.Ending.WALK_AWAY
                    && sale.mayWalkAwayFrom(hold.seats().size())) {
                sale.notes().walkedAway().add(hold.holdId());
                return true;
            }
            if (plan.ending() != FanPlan.Ending.BUY) {
                plan.think(500, 2_000);
                client.release(sale.event(), hold.holdId());
                return false;
            }
            sale.tally().reached(Tally.Stop.ORDERED, person.sub());
            switch (new Checkout(sale, client, pass, plan).pay(hold)) {
                case Checkout.End.Bought(var order, var quoted) -> {
                    if (quoted.compareTo(order.totalAmount()) != 0) {
                        sale.notes().surprises().add("order " + order.orderId() + " cost other than quoted");
                    }
                    enjoy(order);
                    return true;
                }
                case Checkout.End.GivenUp _ -> {
                    return false;
                }
                case Checkout.End.HoldGone _ -> plan.think(200, 600);
            }
        }
        return false;
    }

    private void enjoy(Order order) throws IOException, InterruptedException {
        List<String> seats =
                order.items().stream().map(SeatLine::seatId).sorted().toList();
        sale.notes().purchases().add(new Notes.Purchase(order.orderId(), person.sub(), order.totalAmount(), seats));
        sale.tally().sold(seats.size());
        sale.tally().reached(Tally.Stop.CONFIRMED, person.sub());
        seeTickets(order, seats.size());
        awaitMail(order, seats.size());
    }

    private void seeTickets(Order order, int seats) throws IOException, InterruptedException {
        Reply<Ticket.Page> reply = client.tickets(sale.event());
        long own = reply.value().items().stream()
                .filter(ticket -> order.orderId().equals(ticket.orderId()))
                .count();
        sale.tally().tickets.add(own);
        if (own != seats) {
            sale.notes()
                    .surprises()
                    .add("order %s of %d seats showed %d tickets".formatted(order.orderId(), seats, own));
        }
    }

    /** Looks into the mailbox now and then; the report tells of mails that did not come. */
    private void awaitMail(Order order, int seats) throws IOException, InterruptedException {
        String cause = "order-confirmed:" + order.orderId();
        Set<String> seen = new HashSet<>();
        long patienceEnds = System.nanoTime() + sale.patience().toNanos();
        while (System.nanoTime() < patienceEnds) {
            plan.think(1_500, 3_000);
            for (Mailbox.Summary mail : sale.mail().to(person.email())) {
                if (mail.created().isAfter(sale.notes().startedAt())
                        && seen.add(mail.id())
                        && sale.mail().cause(mail.id()).equals(cause)) {
                    keep(order, sale.mail().codes(mail.id()), seats);
                    return;
                }
            }
        }
        sale.tally().error("mail-missing");
    }

    private void keep(Order order, List<String> codes, int seats) {
        sale.tally().mails.increment();
        if (codes.size() != seats) {
            sale.notes()
                    .surprises()
                    .add("the mail of order %s had %d codes for %d seats"
                            .formatted(order.orderId(), codes.size(), seats));
        }
        var visitor = new Sale.Visitor(person, client, device, plan);
        codes.forEach(code -> sale.codes().add(new Sale.MailedCode(visitor, order, code)));
    }
}
