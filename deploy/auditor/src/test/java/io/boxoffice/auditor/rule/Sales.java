package io.boxoffice.auditor.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A sale that went well, to be spoiled by a test. */
final class Sales {

    static final BigDecimal PRICE = new BigDecimal("12.50");

    final List<Inventory.Seat> seats = new ArrayList<>();
    final List<Inventory.Hold> holds = new ArrayList<>();
    final List<Inventory.Change> history = new ArrayList<>();
    final List<Inventory.Ticket> tickets = new ArrayList<>();
    final List<Inventory.Transfer> transfers = new ArrayList<>();
    final List<Inventory.Scan> scans = new ArrayList<>();
    final List<Inventory.Limit> limits = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Payments.Item> items = new ArrayList<>();
    final List<Payments.Refund> refunds = new ArrayList<>();
    final List<Payments.Posting> ledger = new ArrayList<>();
    final List<Resale.Listing> listings = new ArrayList<>();
    final List<Books.Charge> charges = new ArrayList<>();
    final Set<String> inMotion = new HashSet<>();
    final Map<String, Integer> mails = new HashMap<>();
    final List<Message> messages = new ArrayList<>();
    final List<Message> waiting = new ArrayList<>();
    final List<Notes.Join> joins = new ArrayList<>();
    final List<Notes.Drawn> drawn = new ArrayList<>();
    final List<Notes.Purchase> purchases = new ArrayList<>();
    final List<Notes.Admittance> admittances = new ArrayList<>();
    final List<Notes.Code> codes = new ArrayList<>();
    boolean queued = true;
    boolean toldFromTheStart = true;
    boolean booksOpen = true;

    final UUID fan = UUID.randomUUID();
    final UUID order = UUID.randomUUID();
    final UUID hold = UUID.randomUUID();
    final UUID session = UUID.randomUUID();
    final UUID ticket = UUID.randomUUID();
    final UUID buyer = UUID.randomUUID();
    final UUID resale = UUID.randomUUID();
    final UUID listing = UUID.randomUUID();
    final UUID refund = UUID.randomUUID();

    record Message(String type, Map<String, ?> data) {}

    /** Three seats, one sold for 12.50, scanned once. */
    static Sales ofOneTicket() {
        Sales sale = new Sales();
        sale.seats.add(new Inventory.Seat("s1", "Floor", "PURCHASED", false, sale.hold));
        sale.seats.add(new Inventory.Seat("s2", "Floor", "AVAILABLE", false, null));
        sale.seats.add(new Inventory.Seat("s3", "Floor", "AVAILABLE", false, null));
        sale.history.add(new Inventory.Change("s1", 1, "RESERVED"));
        sale.history.add(new Inventory.Change("s1", 2, "PURCHASED"));
        sale.holds.add(new Inventory.Hold(sale.hold, sale.fan, sale.session, sale.fan.toString(), "PURCHASED"));
        sale.tickets.add(ticket(sale.ticket, sale.order, sale.fan, "USED", 1));
        sale.scans.add(new Inventory.Scan(sale.ticket, "n1", "ADMITTED"));
        sale.limits.add(new Inventory.Limit(sale.fan.toString(), 0, 1));
        sale.sell(sale.order, "PRIMARY", sale.fan, sale.hold, "pi_1");
        sale.tell(
                "EntryAdmitted", Map.of("session_id", sale.session, "user_id", sale.fan, "entry_id", "e1", "score", 1));
        sale.tell("SeatsHeld", Map.of("hold_id", sale.hold));
        sale.tell("SeatsPurchased", Map.of("hold_id", sale.hold));
        sale.tell("TicketIssued", Map.of("ticket_id", sale.ticket));
        sale.tell("TicketScanned", Map.of("nonce", "n1"));
        sale.admittances.add(new Notes.Admittance(sale.ticket, "n1"));
        return sale;
    }

    /** The same ticket, not used yet, sold on to another fan for the same price. */
    static Sales ofOneResale() {
        Sales sale = ofOneTicket();
        sale.neverScanned();
        sale.tickets.set(0, ticket(sale.ticket, sale.resale, sale.buyer, "VALID", 2));
        sale.transfers.add(new Inventory.Transfer(
                sale.ticket,
                sale.resale,
                2,
                sale.fan,
                sale.fan.toString(),
                sale.order,
                sale.buyer,
                sale.buyer.toString()));
        sale.limits.add(new Inventory.Limit(sale.buyer.toString(), 0, 1));
        sale.items.set(0, new Payments.Item(sale.order, "s1", "RESOLD"));
        sale.sell(sale.resale, "RESALE", sale.buyer, sale.listing, "pi_2");
        sale.listings.add(new Resale.Listing(sale.listing, "SOLD", true, sale.resale, 1, PRICE, PRICE));
        sale.tell("TicketListed", Map.of("listing_id", sale.listing));
        sale.tell("ListingSold", Map.of("listing_id", sale.listing));
        sale.tell("TicketTransferred", Map.of("ticket_id", sale.ticket, "order_id", sale.resale));
        return sale;
    }

    /** The same ticket, not used, its money given back and its seat for sale again. */
    static Sales ofOneRefund() {
        Sales sale = ofOneTicket();
        sale.neverScanned();
        sale.seats.set(0, new Inventory.Seat("s1", "Floor", "AVAILABLE", false, null));
        sale.history.add(new Inventory.Change("s1", 3, "RELEASED"));
        sale.tickets.set(
                0,
                new Inventory.Ticket(
                        sale.ticket, sale.order, sale.fan, "s1", "REVOKED", 1, sale.fan.toString(), false, null));
        sale.limits.set(0, new Inventory.Limit(sale.fan.toString(), 0, 0));
        sale.orders.set(0, order(sale.order, "PRIMARY", sale.fan, sale.hold, "REFUNDED", PRICE));
        sale.items.set(0, new Payments.Item(sale.order, "s1", "REFUNDED"));
        sale.refunds.add(new Payments.Refund(sale.refund, sale.order, "SUCCEEDED", PRICE));
        sale.charges.set(0, charge("pi_1", sale.order, PRICE, PRICE));
        sale.post("refund", sale.order, BigDecimal.ZERO, PRICE);
        sale.tell("TicketRevoked", Map.of("ticket_id", sale.ticket));
        sale.tell("OrderRefunded", Map.of("refund_id", sale.refund));
        return sale;
    }

    private void neverScanned() {
        scans.clear();
        admittances.clear();
        messages.removeIf(message -> message.type().equals("TicketScanned"));
    }

    private void sell(UUID id, String kind, UUID user, UUID keeper, String intent) {
        orders.add(order(id, kind, user, keeper, "CAPTURED", BigDecimal.ZERO));
        items.add(new Payments.Item(id, "s1", "ACTIVE"));
        charges.add(charge(intent, id, PRICE, BigDecimal.ZERO));
        post("capture", id, PRICE, BigDecimal.ZERO);
        mails.put("order-confirmed:" + id, 1);
        tell("OrderPlaced", Map.of("order_id", id));
        tell("OrderConfirmed", Map.of("order_id", id));
        tell("PaymentCaptured", Map.of("order_id", id));
        purchases.add(new Notes.Purchase(id, user, new BigDecimal("12.5"), List.of("s1")));
    }

    static Inventory.Ticket ticket(UUID id, UUID order, UUID holder, String status, int generation) {
        return new Inventory.Ticket(id, order, holder, "s1", status, generation, holder.toString(), true, null);
    }

    static Order order(UUID id, String kind, UUID user, UUID keeper, String status, BigDecimal refunded) {
        boolean sold = status.equals("CAPTURED") || status.endsWith("REFUNDED");
        return new Order(id, user, keeper, kind, status, PRICE, sold, sold, false, refunded);
    }

    static Books.Charge charge(String intent, UUID order, BigDecimal captured, BigDecimal refunded) {
        return new Books.Charge(intent, order.toString(), captured, captured, refunded, "succeeded");
    }

    void post(String kind, UUID order, BigDecimal taken, BigDecimal givenBack) {
        ledger.add(new Payments.Posting(kind + order, order.toString(), BigDecimal.ZERO, taken, givenBack));
    }

    void tell(String type, Map<String, ?> data) {
        messages.add(new Message(type, data));
    }

    void join(String entry, long number, long sent, long answered) {
        joins.add(new Notes.Join(UUID.randomUUID(), UUID.nameUUIDFromBytes(entry.getBytes()), number, sent, answered));
    }

    private static Told told(List<Message> messages) {
        var told = new Told();
        messages.forEach(message -> told.add(
                message.type(),
                field -> message.data().containsKey(field)
                        ? message.data().get(field).toString()
                        : ""));
        return told;
    }

    Truth truth() {
        return new Truth(
                new Truth.Terms(4, queued, Map.of("Floor", 3), toldFromTheStart),
                new Inventory(seats, holds, history, tickets, transfers, scans, limits),
                new Payments(orders, items, refunds, ledger, inMotion),
                new Resale(listings),
                booksOpen ? new Books(true, charges) : Books.CLOSED,
                told(messages),
                told(waiting));
    }

    /** What is found with the clients' help. */
    List<Finding> findings() {
        var notes = new Notes(joins, drawn, 0, List.of(), purchases, admittances, codes, 0, List.of(), mails);
        return Invariants.judge(truth(), notes).findings();
    }

    /** The numbers of the invariants that are broken. */
    List<Integer> broken() {
        return broken(findings());
    }

    /** The same without any client. */
    List<Integer> brokenFromBehind() {
        return broken(Invariants.judge(truth()).findings());
    }

    private static List<Integer> broken(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.holds())
                .map(Finding::invariant)
                .distinct()
                .toList();
    }
}
