package io.boxoffice.e2e.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.boxoffice.e2e.check.Truth.Item;
import io.boxoffice.e2e.check.Truth.Order;
import io.boxoffice.e2e.check.Truth.Scan;
import io.boxoffice.e2e.check.Truth.Seat;
import io.boxoffice.e2e.check.Truth.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Invariants 1 and 6: nothing sold twice, nobody in twice, no seat lost or made up. */
final class SeatRules {

    private final Truth truth;
    private final SaleNotes notes;

    SeatRules(Truth truth, SaleNotes notes) {
        this.truth = truth;
        this.notes = notes;
    }

    List<Finding> soldOnce() {
        return List.of(oneItemPerSeat(), itemIsTicket(), purchasedIsTicket(), admittedOnce());
    }

    private Finding oneItemPerSeat() {
        Map<String, Long> perSeat = sold().stream().collect(groupingBy(Item::seatId, counting()));
        List<String> twice = perSeat.entrySet().stream()
                .filter(seat -> seat.getValue() > 1)
                .map(seat -> "seat %s on %d active order items".formatted(seat.getKey(), seat.getValue()))
                .toList();
        return Finding.of(1, "at most one active order item a seat", perSeat.size(), "seats sold", twice);
    }

    private Finding itemIsTicket() {
        Set<String> items = sold().stream()
                .map(item -> item.orderId() + " " + item.seatId())
                .collect(toSet());
        Set<String> tickets = truth.tickets().stream()
                .filter(Ticket::current)
                .map(ticket -> ticket.orderId() + " " + ticket.seatId())
                .collect(toSet());
        List<String> odd = new ArrayList<>();
        items.stream()
                .filter(item -> !tickets.contains(item))
                .forEach(item -> odd.add("no ticket for order and seat " + item));
        tickets.stream()
                .filter(ticket -> !items.contains(ticket))
                .forEach(ticket -> odd.add("no active item for the ticket of order and seat " + ticket));
        return Finding.of(1, "every active order item is its seat's ticket", items.size(), "items", odd);
    }

    private Finding purchasedIsTicket() {
        List<String> ticketed = truth.tickets().stream()
                .filter(Ticket::current)
                .map(Ticket::seatId)
                .toList();
        Set<String> once = new HashSet<>();
        List<String> odd = new ArrayList<>();
        ticketed.stream().filter(seat -> !once.add(seat)).forEach(seat -> odd.add("seat " + seat + " has two tickets"));
        Set<String> purchased = truth.seats().stream()
                .filter(seat -> seat.status().equals("PURCHASED"))
                .map(Seat::seatId)
                .collect(toSet());
        purchased.stream()
                .filter(seat -> !once.contains(seat))
                .forEach(seat -> odd.add("seat " + seat + " is purchased without a ticket"));
        once.stream()
                .filter(seat -> !purchased.contains(seat))
                .forEach(seat -> odd.add("seat " + seat + " has a ticket and is not purchased"));
        return Finding.of(1, "every purchased seat has one current ticket", purchased.size(), "seats", odd);
    }

    private Finding admittedOnce() {
        Map<String, Long> admitted = truth.scans().stream()
                .filter(Scan::admitted)
                .collect(groupingBy(scan -> String.valueOf(scan.ticketId()), counting()));
        List<String> twice = new ArrayList<>();
        admitted.forEach((ticket, times) -> {
            if (times > 1) {
                twice.add("ticket " + ticket + " came in " + times + " times");
            }
        });
        Map<UUID, Long> seen =
                notes.admittances().stream().collect(groupingBy(SaleNotes.Admittance::ticketId, counting()));
        seen.forEach((ticket, times) -> {
            if (times > 1) {
                twice.add("the gate opened " + times + " times for ticket " + ticket);
            }
            if (!admitted.containsKey(ticket.toString())) {
                twice.add("the gate opened for ticket " + ticket + " and nothing was kept");
            }
        });
        return Finding.of(1, "no ticket code admits twice", truth.scans().size(), "scans", twice);
    }

    Finding conserved() {
        Map<String, Long> known = truth.seats().stream().collect(groupingBy(Seat::section, counting()));
        List<String> odd = new ArrayList<>();
        notes.capacities().forEach((section, capacity) -> {
            long found = known.getOrDefault(section, 0L);
            if (found != capacity) {
                odd.add("section %s has %d seats of %d".formatted(section, found, capacity));
            }
        });
        Set<String> states = Set.of("AVAILABLE", "RESERVED", "PURCHASED");
        truth.seats().stream()
                .filter(seat -> !states.contains(seat.status()))
                .forEach(seat -> odd.add("seat " + seat.seatId() + " is " + seat.status()));
        return Finding.of(
                6, "seats are conserved in every section", truth.seats().size(), "seats", odd);
    }

    /** Each seat's changes follow each other without a gap, each from a state that allows it, and end where the seat is now. */
    Finding everyChangeRecorded() {
        Map<String, List<Truth.Change>> perSeat = truth.history().stream().collect(groupingBy(Truth.Change::seatId));
        List<String> odd = new ArrayList<>();
        for (Seat seat : truth.seats()) {
            String state = "AVAILABLE";
            int version = 0;
            for (Truth.Change change : perSeat.getOrDefault(seat.seatId(), List.of())) {
                if (change.version() != ++version || !allowed(state, change.transition())) {
                    odd.add("seat %s went from %s to %s at version %d"
                            .formatted(seat.seatId(), state, change.transition(), change.version()));
                }
                state = change.transition().equals("RELEASED") ? "AVAILABLE" : change.transition();
            }
            if (!state.equals(seat.status())) {
                odd.add("seat %s is %s and its history ends in %s".formatted(seat.seatId(), seat.status(), state));
            }
        }
        return Finding.of(
                6,
                "every change of a seat is on record, in order",
                truth.history().size(),
                "changes",
                odd);
    }

    private static boolean allowed(String from, String to) {
        return switch (to) {
            case "RESERVED" -> from.equals("AVAILABLE");
            case "PURCHASED" -> from.equals("RESERVED");
            default -> !from.equals("AVAILABLE");
        };
    }

    Finding everyPictureAddsUp() {
        return Finding.of(
                6,
                "every picture a fan saw added up to the capacity",
                notes.pictures().get(),
                "pictures",
                notes.wrongPictures());
    }

    /** What is reserved belongs to a hold that lives; what is free belongs to none. */
    Finding reservedByLiveHolds() {
        Map<UUID, String> holds = truth.holds().stream().collect(toMap(Truth.Hold::holdId, Truth.Hold::status));
        Set<String> live = Set.of("ACTIVE", "CHECKOUT");
        List<String> odd = truth.seats().stream()
                .filter(seat -> seat.status().equals("RESERVED"))
                .filter(seat -> seat.holdId() == null || !live.contains(holds.getOrDefault(seat.holdId(), "GONE")))
                .map(seat -> "seat " + seat.seatId() + " is reserved by no live hold")
                .toList();
        long reserved = truth.seats().stream()
                .filter(seat -> seat.status().equals("RESERVED"))
                .count();
        return Finding.of(6, "every reserved seat has a live hold", reserved, "seats", odd);
    }

    private List<Item> sold() {
        Map<UUID, Order> orders = truth.orders().stream().collect(toMap(Order::orderId, Function.identity()));
        return truth.items().stream()
                .filter(Item::active)
                .filter(item -> orders.containsKey(item.orderId())
                        && orders.get(item.orderId()).sold())
                .toList();
    }
}
