package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.boxoffice.auditor.rule.Inventory.Scan;
import io.boxoffice.auditor.rule.Inventory.Seat;
import io.boxoffice.auditor.rule.Inventory.Ticket;
import io.boxoffice.auditor.rule.Inventory.Transfer;
import io.boxoffice.auditor.rule.Payments.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Invariant 1: nothing sold twice, nobody in twice. */
final class TicketRules {

    private final Inventory inventory;
    private final Payments payments;
    private final Set<String> inMotion;

    TicketRules(Truth truth) {
        this.inventory = truth.inventory();
        this.payments = truth.payments();
        this.inMotion = truth.inMotion();
    }

    List<Finding> judge() {
        return List.of(oneItemPerSeat(), itemIsTicket(), purchasedIsTicket(), heldByItsLastBuyer(), admittedOnce());
    }

    private Finding oneItemPerSeat() {
        Map<String, Long> perSeat =
                payments.items().stream().filter(Item::active).collect(groupingBy(Item::seatId, counting()));
        List<Violation> twice = perSeat.entrySet().stream()
                .filter(seat -> seat.getValue() > 1)
                .map(seat ->
                        Violation.of(seat.getKey(), "seat %s on %d active order items", seat.getKey(), seat.getValue()))
                .toList();
        return Finding.of(1, "at most one active order item a seat", perSeat.size(), "seats sold", twice);
    }

    private Finding itemIsTicket() {
        Set<String> items = payments.items().stream()
                .filter(Item::active)
                .filter(item -> !inMotion.contains(item.seatId()))
                .map(item -> item.orderId() + " " + item.seatId())
                .collect(toSet());
        Set<String> tickets = inventory
                .currentTickets()
                .filter(ticket -> !inMotion.contains(ticket.seatId()))
                .map(ticket -> ticket.orderId() + " " + ticket.seatId())
                .collect(toSet());
        List<Violation> odd = new ArrayList<>();
        items.stream()
                .filter(item -> !tickets.contains(item))
                .forEach(item -> odd.add(Violation.of(item, "no ticket for order and seat %s", item)));
        tickets.stream()
                .filter(ticket -> !items.contains(ticket))
                .forEach(ticket ->
                        odd.add(Violation.of(ticket, "no active item for the ticket of order and seat %s", ticket)));
        return Finding.of(1, "every active order item is its seat's ticket", items.size(), "items", odd);
    }

    private Finding purchasedIsTicket() {
        Map<String, Long> ticketed = inventory.currentTickets().collect(groupingBy(Ticket::seatId, counting()));
        Set<String> purchased = inventory.seats("PURCHASED").map(Seat::seatId).collect(toSet());
        List<Violation> odd = new ArrayList<>();
        ticketed.forEach((seat, tickets) -> {
            if (tickets > 1) {
                odd.add(Violation.of(seat, "seat %s has %d tickets", seat, tickets));
            }
            if (!purchased.contains(seat)) {
                odd.add(Violation.of(seat, "seat %s has a ticket and is not purchased", seat));
            }
        });
        purchased.stream()
                .filter(seat -> !ticketed.containsKey(seat) && !inMotion.contains(seat))
                .forEach(seat -> odd.add(Violation.of(seat, "seat %s is purchased without a ticket", seat)));
        return Finding.of(1, "every purchased seat has one current ticket", purchased.size(), "seats", odd);
    }

    /** From its first buyer on, each hand gave the ticket to the next, under a higher generation, up to the one that has it. */
    private Finding heldByItsLastBuyer() {
        Map<UUID, List<Transfer>> perTicket = inventory.transfers().stream().collect(groupingBy(Transfer::ticketId));
        List<Violation> odd = new ArrayList<>();
        for (Ticket ticket : inventory.tickets()) {
            Transfer last = null;
            for (Transfer next : perTicket.getOrDefault(ticket.ticketId(), List.of())) {
                boolean follows = last == null
                        || next.fromOrderId().equals(last.orderId())
                                && next.fromHolder().equals(last.holder())
                                && next.generation() > last.generation();
                if (!follows) {
                    odd.add(Violation.of(
                            ticket.ticketId(),
                            "ticket %s was given by somebody who did not have it, generation %d",
                            ticket.ticketId(),
                            next.generation()));
                }
                last = next;
            }
            if (last != null
                    && !(ticket.holder().equals(last.holder())
                            && ticket.orderId().equals(last.orderId())
                            && ticket.generation() >= last.generation())) {
                odd.add(Violation.of(ticket.ticketId(), "ticket %s is not its last buyer's", ticket.ticketId()));
            }
        }
        return Finding.of(
                1,
                "every ticket sold on is its last buyer's alone",
                inventory.transfers().size(),
                "transfers",
                odd);
    }

    private Finding admittedOnce() {
        Map<String, Long> admitted = inventory.scans().stream()
                .filter(Scan::admitted)
                .collect(groupingBy(scan -> String.valueOf(scan.ticketId()), counting()));
        List<Violation> twice = new ArrayList<>();
        admitted.forEach((ticket, times) -> {
            if (times > 1) {
                twice.add(Violation.of(ticket, "ticket %s came in %d times", ticket, times));
            }
        });
        return Finding.of(1, "no ticket code admits twice", inventory.scans().size(), "scans", twice);
    }
}
