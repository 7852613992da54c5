package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.boxoffice.auditor.rule.Inventory.Change;
import io.boxoffice.auditor.rule.Inventory.Hold;
import io.boxoffice.auditor.rule.Inventory.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Invariant 6: no seat lost or made up. */
final class SeatRules {

    private static final Set<String> STATES = Set.of("AVAILABLE", "RESERVED", "PURCHASED");
    private static final Set<String> BACK = Set.of("RELEASED", "UNBLOCKED");
    private static final Set<String> LIVE = Set.of("ACTIVE", "CHECKOUT");

    private final Truth truth;
    private final Inventory inventory;

    SeatRules(Truth truth) {
        this.truth = truth;
        this.inventory = truth.inventory();
    }

    List<Finding> judge() {
        return List.of(conserved(), everyChangeRecorded(), reservedByLiveHolds());
    }

    private Finding conserved() {
        Map<String, Long> known = inventory.seats().stream().collect(groupingBy(Seat::section, counting()));
        List<Violation> odd = new ArrayList<>();
        truth.terms().capacities().forEach((section, capacity) -> {
            long found = known.getOrDefault(section, 0L);
            if (found != capacity) {
                odd.add(Violation.of("section " + section, "section %s has %d seats of %d", section, found, capacity));
            }
        });
        known.keySet().stream()
                .filter(section -> !truth.terms().capacities().containsKey(section))
                .forEach(section -> odd.add(Violation.of("section " + section, "section %s is in no plan", section)));
        Map<String, Long> copies = inventory.seats().stream().collect(groupingBy(Seat::seatId, counting()));
        for (Seat seat : inventory.seats()) {
            if (!STATES.contains(seat.status())) {
                odd.add(Violation.of(seat.seatId(), "seat %s is %s", seat.seatId(), seat.status()));
            }
            if (copies.getOrDefault(seat.seatId(), 0L) > 1) {
                odd.add(Violation.of(seat.seatId(), "seat %s is on two shards", seat.seatId()));
            }
        }
        return Finding.of(
                6, "seats are conserved in every section", inventory.seats().size(), "seats", odd);
    }

    /** Each seat's changes follow each other without a gap, each from a state that allows it, and end where the seat is now. */
    private Finding everyChangeRecorded() {
        Map<String, List<Change>> perSeat = inventory.history().stream().collect(groupingBy(Change::seatId));
        List<Violation> odd = new ArrayList<>();
        for (Seat seat : inventory.seats()) {
            String state = "AVAILABLE";
            int version = 0;
            for (Change change : perSeat.getOrDefault(seat.seatId(), List.of())) {
                if (change.version() != ++version || !allowed(state, change.transition())) {
                    odd.add(Violation.of(
                            seat.seatId(),
                            "seat %s went from %s to %s at version %d",
                            seat.seatId(),
                            state,
                            change.transition(),
                            change.version()));
                }
                state = BACK.contains(change.transition()) ? "AVAILABLE" : change.transition();
            }
            if (!state.equals(seat.state())) {
                odd.add(Violation.of(
                        seat.seatId(), "seat %s is %s and its history ends in %s", seat.seatId(), seat.state(), state));
            }
        }
        return Finding.of(
                6,
                "every change of a seat is on record, in order",
                inventory.history().size(),
                "changes",
                odd);
    }

    private static boolean allowed(String from, String to) {
        return switch (to) {
            case "RESERVED", "BLOCKED" -> from.equals("AVAILABLE");
            case "PURCHASED" -> from.equals("RESERVED");
            case "UNBLOCKED" -> from.equals("BLOCKED");
            default -> from.equals("RESERVED") || from.equals("PURCHASED");
        };
    }

    /** What is reserved belongs to a hold that lives, and what a live hold has is reserved. */
    private Finding reservedByLiveHolds() {
        Map<UUID, String> holds =
                inventory.holds().stream().collect(toMap(Hold::holdId, Hold::status, (one, _) -> one));
        List<Violation> odd = new ArrayList<>();
        inventory
                .seats("RESERVED")
                .filter(seat -> seat.holdId() == null || !LIVE.contains(holds.getOrDefault(seat.holdId(), "GONE")))
                .forEach(seat ->
                        odd.add(Violation.of(seat.seatId(), "seat %s is reserved by no live hold", seat.seatId())));
        Set<UUID> reserving = inventory.seats("RESERVED").map(Seat::holdId).collect(toSet());
        inventory.holds().stream()
                .filter(hold -> LIVE.contains(hold.status()) && !reserving.contains(hold.holdId()))
                .forEach(hold -> odd.add(Violation.of(hold.holdId(), "hold %s lives without a seat", hold.holdId())));
        return Finding.of(
                6,
                "every reserved seat has a live hold",
                inventory.seats("RESERVED").count(),
                "seats",
                odd);
    }
}
