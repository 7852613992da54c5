package io.boxoffice.e2e.check;

import static java.util.stream.Collectors.toSet;

import io.boxoffice.e2e.check.SaleNotes.Join;
import io.boxoffice.e2e.check.Truth.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invariant 4: first come, first let in, and nobody else. */
final class QueueRules {

    private final Truth truth;
    private final SaleNotes notes;
    private final List<Message> admissions;

    QueueRules(Truth truth, SaleNotes notes) {
        this.truth = truth;
        this.notes = notes;
        Map<String, Message> first = new LinkedHashMap<>();
        truth.messages("EntryAdmitted").forEach(message -> first.putIfAbsent(message.text("session_id"), message));
        this.admissions = List.copyOf(first.values());
    }

    List<Finding> fair() {
        return List.of(joinedInOrder(), admittedInOrder(), admittedAsNumbered(), placesKept(), onlyAdmittedHold());
    }

    /** If A's join was answered before B's was sent, A is ahead. */
    private Finding joinedInOrder() {
        List<Join> bySent = notes.joins().stream()
                .sorted(Comparator.comparingLong(Join::sentNanos))
                .toList();
        PriorityQueue<Join> unanswered = new PriorityQueue<>(Comparator.comparingLong(Join::answeredNanos));
        List<String> odd = new ArrayList<>();
        long highest = Long.MIN_VALUE;
        for (Join join : bySent) {
            while (!unanswered.isEmpty() && unanswered.peek().answeredNanos() < join.sentNanos()) {
                highest = Math.max(highest, unanswered.remove().joinNumber());
            }
            if (join.joinNumber() <= highest) {
                odd.add("entry %s came after number %d and got %d"
                        .formatted(join.entryId(), highest, join.joinNumber()));
            }
            unanswered.add(join);
        }
        return Finding.of(4, "who came first stands first", bySent.size(), "joins", odd);
    }

    /** Those who left the line and came back to their old place are let in when they are there again. */
    private Finding admittedInOrder() {
        Set<String> absent = absent();
        List<String> odd = new ArrayList<>();
        long highest = Long.MIN_VALUE;
        for (Message admission : admissions) {
            long score = admission.data().path("score").asLong(0);
            if (!absent.contains(admission.text("entry_id"))) {
                if (score < highest) {
                    odd.add("entry %s was let in behind someone who came later".formatted(admission.text("entry_id")));
                }
                highest = Math.max(highest, score);
            }
        }
        return Finding.of(4, "admissions follow the order of the line", admissions.size(), "admissions", odd);
    }

    private Finding admittedAsNumbered() {
        Map<String, Long> told = new HashMap<>();
        notes.joins().forEach(join -> told.put(join.entryId().toString(), join.joinNumber()));
        List<String> odd = admissions.stream()
                .filter(admission -> {
                    long number = admission.data().path("join_number").asLong(-1);
                    return told.getOrDefault(admission.text("entry_id"), number) != number;
                })
                .map(admission -> "entry " + admission.text("entry_id") + " was let in under another number")
                .toList();
        return Finding.of(4, "everyone is let in under the number told", admissions.size(), "admissions", odd);
    }

    private Finding placesKept() {
        List<String> odd = absent().isEmpty() ? List.copyOf(notes.positionsLost()) : List.of();
        return Finding.of(4, "no place in line got worse", notes.polls().get(), "polls", odd);
    }

    private Finding onlyAdmittedHold() {
        Map<String, String> fanOfSession = new HashMap<>();
        admissions.forEach(admission -> fanOfSession.put(admission.text("session_id"), admission.text("user_id")));
        // a second device goes on under the admission of the first, in a session of its own
        Set<String> superseded = truth.messages("SessionSuperseded").stream()
                .map(message -> message.text("user_id"))
                .filter(fanOfSession::containsValue)
                .collect(toSet());
        List<String> odd = truth.holds().stream()
                .filter(hold -> !hold.userId().toString().equals(fanOfSession.get(session(hold.sessionId()))))
                .filter(hold -> !superseded.contains(hold.userId().toString()))
                .map(hold -> "hold " + hold.holdId() + " of someone never let in")
                .toList();
        return Finding.of(4, "nobody not admitted holds a seat", truth.holds().size(), "holds", odd);
    }

    private Set<String> absent() {
        return truth.messages("EntryAbandoned").stream()
                .map(message -> message.text("entry_id"))
                .collect(toSet());
    }

    private static String session(@Nullable UUID session) {
        return session == null ? "" : session.toString();
    }
}
