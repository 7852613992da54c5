package io.boxoffice.e2e.check;

import io.boxoffice.e2e.client.http.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A sale that went well, to be spoiled by a test. */
final class Sales {

    final List<Truth.Seat> seats = new ArrayList<>();
    final List<Truth.Hold> holds = new ArrayList<>();
    final List<Truth.Change> history = new ArrayList<>();
    final List<Truth.Ticket> tickets = new ArrayList<>();
    final List<Truth.Scan> scans = new ArrayList<>();
    final List<Truth.Limit> limits = new ArrayList<>();
    final List<Truth.Order> orders = new ArrayList<>();
    final List<Truth.Item> items = new ArrayList<>();
    final List<Truth.Charge> charges = new ArrayList<>();
    final Map<String, Integer> mails = new HashMap<>();
    final List<Truth.Message> messages = new ArrayList<>();
    final SaleNotes notes = new SaleNotes(UUID.randomUUID(), Instant.EPOCH, 4, Map.of("Floor", 3));

    final UUID fan = UUID.randomUUID();
    final UUID order = UUID.randomUUID();
    final UUID hold = UUID.randomUUID();
    final UUID session = UUID.randomUUID();
    final UUID ticket = UUID.randomUUID();

    /** Three seats, one sold for 12.50, scanned once. */
    static Sales ofOneTicket() {
        Sales sale = new Sales();
        sale.seats.add(new Truth.Seat("s1", "Floor", "PURCHASED", false, sale.hold));
        sale.seats.add(new Truth.Seat("s2", "Floor", "AVAILABLE", false, null));
        sale.seats.add(new Truth.Seat("s3", "Floor", "AVAILABLE", false, null));
        sale.history.add(new Truth.Change("s1", 1, "RESERVED"));
        sale.history.add(new Truth.Change("s1", 2, "PURCHASED"));
        sale.holds.add(new Truth.Hold(sale.hold, sale.fan, sale.session, "PURCHASED"));
        sale.tickets.add(new Truth.Ticket(sale.ticket, sale.order, sale.fan, "s1", "USED"));
        sale.scans.add(new Truth.Scan(sale.ticket, "n1", "ADMITTED"));
        sale.limits.add(new Truth.Limit(sale.fan.toString(), 0, 1));
        sale.orders.add(
                new Truth.Order(sale.order, sale.fan, sale.hold, "CAPTURED", new BigDecimal("12.50"), "pi_1", true));
        sale.items.add(new Truth.Item(sale.order, "s1", "ACTIVE"));
        sale.charges.add(new Truth.Charge(
                "pi_1", sale.order.toString(), new BigDecimal("12.50"), new BigDecimal("12.50"), "succeeded"));
        sale.mails.put("order-confirmed:" + sale.order, 1);
        sale.tell(
                "EntryAdmitted", Map.of("session_id", sale.session, "user_id", sale.fan, "entry_id", "e1", "score", 1));
        sale.tell("SeatsHeld", Map.of("hold_id", sale.hold));
        sale.tell("SeatsPurchased", Map.of("hold_id", sale.hold));
        sale.tell("TicketIssued", Map.of("ticket_id", sale.ticket));
        sale.tell("TicketScanned", Map.of("nonce", "n1"));
        sale.tell("OrderPlaced", Map.of("order_id", sale.order));
        sale.tell("OrderConfirmed", Map.of("order_id", sale.order));
        sale.tell("PaymentCaptured", Map.of("order_id", sale.order));
        sale.notes.purchases().add(new SaleNotes.Purchase(sale.order, sale.fan, new BigDecimal("12.5"), List.of("s1")));
        sale.notes.admittances().add(new SaleNotes.Admittance(sale.ticket, "n1"));
        return sale;
    }

    void tell(String name, Map<String, ?> data) {
        messages.add(new Truth.Message(
                UUID.randomUUID().toString(), "io.boxoffice." + name + ".v1", "", Json.tree(Json.write(data))));
    }

    void join(String entry, long number, long sent, long answered) {
        notes.joins()
                .add(new SaleNotes.Join(
                        UUID.randomUUID(), UUID.nameUUIDFromBytes(entry.getBytes()), number, sent, answered));
    }

    Truth truth() {
        return new Truth(seats, holds, history, tickets, scans, limits, orders, items, charges, mails, messages, 0);
    }

    List<Finding> findings() {
        Truth truth = truth();
        SeatRules seatRules = new SeatRules(truth, notes);
        MoneyRules moneyRules = new MoneyRules(truth, notes);
        List<Finding> findings = new ArrayList<>(seatRules.soldOnce());
        findings.addAll(moneyRules.charged());
        findings.add(moneyRules.withinLimit());
        findings.addAll(new QueueRules(truth, notes).fair());
        findings.addAll(new MessageRules(truth).told());
        findings.add(seatRules.conserved());
        findings.add(seatRules.everyChangeRecorded());
        findings.add(seatRules.reservedByLiveHolds());
        findings.add(seatRules.everyPictureAddsUp());
        return findings;
    }

    /** The numbers of the invariants that are broken. */
    List<Integer> broken() {
        return findings().stream()
                .filter(finding -> !finding.holds())
                .map(Finding::invariant)
                .distinct()
                .toList();
    }
}
