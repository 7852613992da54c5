package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.boxoffice.auditor.rule.Inventory.Scan;
import io.boxoffice.auditor.rule.Notes.Join;
import io.boxoffice.auditor.rule.Payments.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What only clients can bear witness to: that what they were told is what happened. */
final class ClientRules {

    private static final String MAIL = "order-confirmed:";

    private final Truth truth;
    private final Notes notes;
    private final Map<UUID, Order> orders;

    ClientRules(Truth truth, Notes notes) {
        this.truth = truth;
        this.notes = notes;
        this.orders =
                truth.payments().orders().stream().collect(toMap(Order::orderId, Function.identity(), (one, _) -> one));
    }

    List<Finding> judge() {
        return List.of(
                gateOpenedOnce(),
                deadCodesStayDead(),
                boughtAsTold(),
                joinedInOrder(),
                admittedAsNumbered(),
                leavesPublished(),
                admittedAsDrawn(),
                placesKept(),
                oneMailPerOrder(),
                everyPictureAddsUp());
    }

    private Finding gateOpenedOnce() {
        Set<String> kept = truth.inventory().scans().stream()
                .filter(Scan::admitted)
                .map(scan -> String.valueOf(scan.ticketId()))
                .collect(toSet());
        List<Violation> odd = new ArrayList<>();
        Map<UUID, Long> seen = notes.admittances().stream().collect(groupingBy(Notes.Admittance::ticketId, counting()));
        seen.forEach((ticket, times) -> {
            if (times > 1) {
                odd.add(Violation.of(ticket, "the gate opened %d times for ticket %s", times, ticket));
            }
            if (!kept.contains(ticket.toString())) {
                odd.add(Violation.of(ticket, "the gate opened for ticket %s and nothing was kept", ticket));
            }
        });
        return Finding.of(
                1,
                "the gate opened once for each who came in",
                notes.admittances().size(),
                "admittances",
                odd);
    }

    /** A code is dead from the moment its ticket was sold on or refunded, and the gate knows why. */
    private Finding deadCodesStayDead() {
        List<Violation> odd = notes.codes().stream()
                .filter(code -> !code.answered().equals(code.expected()))
                .map(code -> Violation.of(
                        code.ticketId(),
                        "ticket %s, %s: the gate said %s where %s was right",
                        code.ticketId(),
                        code.why(),
                        code.answered(),
                        code.expected()))
                .toList();
        return Finding.of(
                1,
                "a code sold on or refunded is dead, and said to be",
                notes.codes().size(),
                "codes",
                odd);
    }

    private Finding boughtAsTold() {
        Map<UUID, Set<String>> items = truth.payments().seatsByOrder(Item::paid);
        List<Violation> odd = new ArrayList<>();
        for (Notes.Purchase told : notes.purchases()) {
            Order order = orders.get(told.orderId());
            if (order == null
                    || !order.sold()
                    || order.total() == null
                    || order.total().compareTo(told.total()) != 0
                    || !Set.copyOf(told.seatIds()).equals(items.get(told.orderId()))) {
                odd.add(Violation.of(told.orderId(), "the fan was told otherwise about order %s", told.orderId()));
            }
        }
        return Finding.of(
                2, "every purchase told to a fan is true", notes.purchases().size(), "purchases", odd);
    }

    /** If A's join was answered before B's was sent, A is ahead. */
    private Finding joinedInOrder() {
        List<Join> bySent = notes.joins().stream()
                .sorted(Comparator.comparingLong(Join::sentNanos))
                .toList();
        PriorityQueue<Join> unanswered = new PriorityQueue<>(Comparator.comparingLong(Join::answeredNanos));
        List<Violation> odd = new ArrayList<>();
        long highest = Long.MIN_VALUE;
        for (Join join : bySent) {
            while (!unanswered.isEmpty() && unanswered.peek().answeredNanos() < join.sentNanos()) {
                highest = Math.max(highest, unanswered.remove().joinNumber());
            }
            if (join.joinNumber() <= highest) {
                odd.add(Violation.of(
                        join.entryId(),
                        "entry %s came after number %d and got %d",
                        join.entryId(),
                        highest,
                        join.joinNumber()));
            }
            unanswered.add(join);
        }
        return Finding.of(4, "who came first stands first", bySent.size(), "joins", odd);
    }

    private Finding admittedAsNumbered() {
        Map<String, Long> told = new HashMap<>();
        notes.joins().forEach(join -> told.put(join.entryId().toString(), join.joinNumber()));
        List<Told.Admission> admissions = truth.heard().admissions();
        List<Violation> odd = admissions.stream()
                .filter(admission ->
                        told.getOrDefault(admission.entryId(), admission.joinNumber()) != admission.joinNumber())
                .map(admission -> Violation.of(
                        admission.entryId(), "entry %s was let in under another number", admission.entryId()))
                .toList();
        return Finding.of(4, "everyone is let in under the number told", admissions.size(), "admissions", odd);
    }

    private Finding leavesPublished() {
        List<Violation> odd = notes.drawn().stream()
                .filter(fan -> !fan.leafTold().equals(fan.leafPublished()))
                .map(fan -> Violation.of(
                        fan.entryId(), "the draw shows another leaf than entry %s was given", fan.entryId()))
                .toList();
        return Finding.of(
                4, "everyone in the lobby took part in the draw", notes.drawn().size(), "fans", odd);
    }

    /** Numbers are given again to nobody, so an entry is let in from the place drawn or not at all. */
    private Finding admittedAsDrawn() {
        Map<String, Long> drawn = new HashMap<>();
        notes.drawn().forEach(fan -> drawn.put(fan.entryId().toString(), fan.score()));
        List<Told.Admission> admissions = truth.heard().admissions().stream()
                .filter(admission -> drawn.containsKey(admission.entryId()))
                .toList();
        List<Violation> odd = admissions.stream()
                .filter(admission -> !Objects.equals(drawn.get(admission.entryId()), admission.score()))
                .map(admission -> Violation.of(
                        admission.entryId(), "entry %s was let in from another place than drawn", admission.entryId()))
                .toList();
        return Finding.of(
                4, "everyone in the lobby is let in from the place drawn", admissions.size(), "admissions", odd);
    }

    /** Who was away and came back to their old place pushes others back, and may. */
    private Finding placesKept() {
        boolean everybodyStayed = truth.heard().ids("EntryAbandoned").isEmpty();
        List<Violation> odd = everybodyStayed ? inWords(notes.positionsLost()) : List.of();
        return Finding.of(4, "no place in line got worse", notes.polls(), "polls", odd);
    }

    private Finding oneMailPerOrder() {
        Set<String> sold = truth.payments().orders().stream()
                .filter(Order::sold)
                .map(order -> order.orderId().toString())
                .collect(toSet());
        List<Violation> odd = new ArrayList<>();
        for (String order : sold) {
            int mails = notes.mails().getOrDefault(MAIL + order, 0);
            if (mails != 1) {
                odd.add(Violation.of(order, "order %s got %d mails", order, mails));
            }
        }
        for (Order order : orders.values()) {
            if (!order.confirmed() && notes.mails().containsKey(MAIL + order.orderId())) {
                odd.add(Violation.of(
                        order.orderId(), "order %s was confirmed by mail and is not sold", order.orderId()));
            }
        }
        return Finding.of(5, "one mail for each order sold", sold.size(), "orders", odd);
    }

    private Finding everyPictureAddsUp() {
        return Finding.of(
                6,
                "every picture a fan saw added up to the capacity",
                notes.pictures(),
                "pictures",
                inWords(notes.wrongPictures()));
    }

    private static List<Violation> inWords(Collection<String> words) {
        return words.stream().map(text -> new Violation(text, text)).toList();
    }
}
