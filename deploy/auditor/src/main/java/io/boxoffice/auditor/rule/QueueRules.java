package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.toSet;

import io.boxoffice.auditor.rule.Told.Admission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invariant 4, as far as it can be seen from behind: let in in order, and nobody else buys. */
final class QueueRules {

    private final Truth truth;
    private final List<Admission> admissions;

    QueueRules(Truth truth) {
        this.truth = truth;
        this.admissions = truth.heard().admissions();
    }

    List<Finding> judge() {
        return truth.terms().queued() && truth.terms().toldFromTheStart()
                ? List.of(admittedInOrder(), onlyAdmittedHold())
                : List.of();
    }

    /** Those who left the line and came back to their old place are let in when they are there again. */
    private Finding admittedInOrder() {
        Set<String> absent = truth.heard().ids("EntryAbandoned");
        List<Violation> odd = new ArrayList<>();
        long highest = Long.MIN_VALUE;
        for (Admission admission : admissions) {
            if (!absent.contains(admission.entryId())) {
                if (admission.score() < highest) {
                    odd.add(Violation.of(
                            admission.entryId(),
                            "entry %s was let in behind someone who came later",
                            admission.entryId()));
                }
                highest = Math.max(highest, admission.score());
            }
        }
        return Finding.of(4, "admissions follow the order of the line", admissions.size(), "admissions", odd);
    }

    private Finding onlyAdmittedHold() {
        Map<String, String> fanOfSession = new HashMap<>();
        admissions.forEach(admission -> fanOfSession.put(admission.sessionId(), admission.userId()));
        // a second device goes on under the admission of the first, in a session of its own
        Set<String> superseded = truth.heard().ids("SessionSuperseded").stream()
                .filter(fanOfSession::containsValue)
                .collect(toSet());
        List<Violation> odd = truth.inventory().holds().stream()
                .filter(hold -> !hold.userId().toString().equals(fanOfSession.get(session(hold.sessionId()))))
                .filter(hold -> !superseded.contains(hold.userId().toString()))
                .map(hold -> Violation.of(hold.holdId(), "hold %s of someone never let in", hold.holdId()))
                .toList();
        return Finding.of(
                4, "nobody not admitted holds a seat", truth.inventory().holds().size(), "holds", odd);
    }

    private static String session(@Nullable UUID session) {
        return session == null ? "" : session.toString();
    }
}
