package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Notes;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.ResaleClient;
import io.boxoffice.e2e.client.http.CarefulExchange;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Credential;
import io.boxoffice.e2e.client.model.Listing;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.SeatLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Fans sell to fans: each listing has more than one buyer, and the seller's code is dead before the buyer's is born. */
final class SecondHand {

    private static final Rush AT_ONCE = Rush.within(Duration.ofSeconds(1), 1);
    private static final int NET = 200;

    private final Sale sale;
    private final Gate gate;
    private final Queue<Listing> offered = new ConcurrentLinkedQueue<>();
    private final Map<String, Sale.MailedCode> bySeat = new ConcurrentHashMap<>();

    SecondHand(Sale sale, Gate gate) {
        this.sale = sale;
        this.gate = gate;
    }

    Sale.Visitor visitor(Person person, int number) {
        FanPlan plan = FanPlan.of(person.sub().getLeastSignificantBits(), number, AT_ONCE, 1);
        var exchange = new CarefulExchange(sale.gateway(), sale.patience(), plan.random());
        String address = "10.%d.%d.%d".formatted(NET, number / 250 % 250, 1 + number % 250);
        return new Sale.Visitor(
                person,
                new BoxofficeClient(exchange, person.accessToken(), address),
                Device.random("web-" + plan.key(), plan.random()),
                plan);
    }

    /** The first ticket of an order, for what it cost. */
    void offer(Sale.MailedCode mailed) throws IOException, InterruptedException {
        BigDecimal price = mailed.order().items().stream()
                .filter(item -> seat(item).equals(mailed.seat()))
                .map(SeatLine::price)
                .findFirst()
                .orElseThrow();
        Sale.Visitor seller = mailed.fan();
        Listing listing = new ResaleClient(seller.client())
                .list(
                        sale.event(),
                        List.of(UUID.fromString(mailed.ticketId())),
                        price,
                        seller.plan().key())
                .value();
        bySeat.put(mailed.seat(), mailed);
        offered.add(listing);
        sale.tally().listed.increment();
    }

    /** Tries one listing after the other until one is bought or all are gone. */
    void buy(Sale.Visitor buyer) throws IOException, InterruptedException {
        var portal = new ResaleClient(buyer.client());
        List<Listing> choice = new ArrayList<>(offered);
        Collections.shuffle(choice, buyer.plan().random());
        for (Listing listing : choice) {
            BigDecimal total = listing.total() == null ? listing.priceEach() : listing.total();
            Reply<Order> reply = portal.purchase(
                    listing,
                    buyer.device(),
                    FanPlan.GOOD_CARD,
                    total,
                    buyer.plan().key());
            if (reply instanceof Reply.Refused<Order>(var problem, var _)
                    && problem.code().equals("price-changed")) {
                BigDecimal asked = problem.body().path("total_amount").decimalValue();
                reply = portal.purchase(
                        listing,
                        buyer.device(),
                        FanPlan.GOOD_CARD,
                        asked,
                        buyer.plan().key());
            }
            if (reply instanceof Reply.Got<Order>(var order, var _)) {
                Order end = decided(buyer, order);
                if (end.bought()) {
                    own(buyer, portal, end);
                    return;
                }
            }
        }
    }

    private void own(Sale.Visitor buyer, ResaleClient portal, Order order) throws IOException, InterruptedException {
        List<String> seats =
                order.items().stream().map(SeatLine::seatId).sorted().toList();
        sale.notes()
                .purchases()
                .add(new Notes.Purchase(order.orderId(), buyer.person().sub(), order.totalAmount(), seats));
        sale.tally().resold.increment();
        for (SeatLine item : order.items()) {
            Sale.MailedCode old = bySeat.get(seat(item));
            if (old == null) {
                sale.notes().surprises().add("order " + order.orderId() + " sold a seat nobody had listed");
                continue;
            }
            sale.dead().put(old.ticketId(), "transferred");
            gate.refuse(old, "sold on", "transferred");
            Credential born = portal.credential(sale.event(), UUID.fromString(old.ticketId()))
                    .value();
            if (buyer.plan().random().nextBoolean()) {
                gate.letIn(old.seat(), born.code());
            }
        }
    }

    private static String seat(SeatLine item) {
        return item.section() + "/" + item.row() + "/" + item.seatNumber();
    }

    private Order decided(Sale.Visitor buyer, Order order) throws IOException, InterruptedException {
        long patienceEnds = System.nanoTime() + sale.patience().toNanos();
        Order now = order;
        while (now.undecided() && System.nanoTime() < patienceEnds) {
            buyer.plan().think(800, 1_600);
            now = buyer.client().order(order.orderId()).value();
        }
        return now;
    }
}
