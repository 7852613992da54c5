package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.boxoffice.auditor.rule.Inventory.Hold;
import io.boxoffice.auditor.rule.Inventory.Limit;
import io.boxoffice.auditor.rule.Inventory.Ticket;
import io.boxoffice.auditor.rule.Inventory.Transfer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Invariant 3: nobody has more than the limit. Counted anew from seats and tickets: what was bought counts, first-hand or from
 * another fan, also once it is sold on; only what was taken back does not.
 */
final class LimitRules {

    private final Truth truth;
    private final Inventory inventory;

    LimitRules(Truth truth) {
        this.truth = truth;
        this.inventory = truth.inventory();
    }

    List<Finding> judge() {
        return List.of(withinLimit());
    }

    private Finding withinLimit() {
        Map<String, Long> held = held();
        Map<String, Long> bought = bought();
        Map<String, Limit> limits =
                inventory.limits().stream().collect(toMap(Limit::limitKey, limit -> limit, (one, _) -> one));
        var keys = new TreeSet<>(limits.keySet());
        keys.addAll(held.keySet());
        keys.addAll(bought.keySet());
        List<Violation> odd = new ArrayList<>();
        for (String key : keys) {
            Limit counted = limits.getOrDefault(key, new Limit(key, 0, 0));
            long holds = held.getOrDefault(key, 0L);
            long has = bought.getOrDefault(key, 0L);
            if (counted.held() != holds || counted.bought() != has) {
                odd.add(Violation.of(
                        key,
                        "%s counts %d held and %d bought, and has %d and %d",
                        key,
                        counted.held(),
                        counted.bought(),
                        holds,
                        has));
            }
            if (Math.max(holds, counted.held()) + Math.max(has, counted.bought())
                    > truth.terms().ticketLimit()) {
                odd.add(Violation.of(
                        key,
                        "%s holds %d and bought %d of at most %d",
                        key,
                        holds,
                        has,
                        truth.terms().ticketLimit()));
            }
        }
        return Finding.of(3, "nobody exceeds the ticket limit", keys.size(), "fans", odd);
    }

    private Map<String, Long> held() {
        Map<UUID, String> keyOfHold =
                inventory.holds().stream().collect(toMap(Hold::holdId, Hold::limitKey, (one, _) -> one));
        Map<String, Long> held = new HashMap<>();
        inventory.seats("RESERVED").forEach(seat -> {
            if (seat.holdId() != null && keyOfHold.containsKey(seat.holdId())) {
                held.merge(String.valueOf(keyOfHold.get(seat.holdId())), 1L, Long::sum);
            }
        });
        for (Ticket ticket : inventory.tickets()) {
            if (ticket.buyerKey() != null) {
                held.merge(ticket.buyerKey(), 1L, Long::sum);
            }
        }
        return held;
    }

    private Map<String, Long> bought() {
        Map<UUID, List<Transfer>> transfers = inventory.transfers().stream().collect(groupingBy(Transfer::ticketId));
        Map<String, Long> bought = new HashMap<>();
        for (Ticket ticket : inventory.tickets()) {
            List<Transfer> hands = transfers.getOrDefault(ticket.ticketId(), List.of());
            bought.merge(hands.isEmpty() ? ticket.limitKey() : hands.getFirst().fromKey(), 1L, Long::sum);
            hands.forEach(hand -> bought.merge(hand.limitKey(), 1L, Long::sum));
            if (!ticket.counted()) {
                bought.merge(ticket.limitKey(), -1L, Long::sum);
            }
        }
        return bought;
    }
}
