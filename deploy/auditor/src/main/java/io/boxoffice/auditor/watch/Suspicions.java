package io.boxoffice.auditor.watch;

import io.boxoffice.auditor.rule.Finding;
import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.auditor.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What looked wrong and for how long. Databases are read one after the other while the sale goes on, so a look may see half of
 * a change; only what every look sees without a break for the settling time is a violation, and then once.
 */
final class Suspicions {

    private final Duration settle;
    private final Map<UUID, Map<Key, Suspicion>> byEvent = new HashMap<>();

    Suspicions(Duration settle) {
        this.settle = settle;
    }

    /** Something wrong for long enough, told for the first time. */
    record Broken(int invariant, String rule, UUID event, Violation violation) {}

    private record Key(int invariant, String rule, String id) {}

    private record Suspicion(Instant since, boolean counted) {}

    /** Takes in what a look at an event found and tells what has become certain by it. */
    List<Broken> weigh(UUID event, Verdict verdict, Instant now) {
        Map<Key, Suspicion> before = byEvent.getOrDefault(event, Map.of());
        Map<Key, Suspicion> after = new HashMap<>();
        List<Broken> certain = new ArrayList<>();
        for (Finding finding : verdict.findings()) {
            for (Violation violation : finding.violations()) {
                var key = new Key(finding.invariant(), finding.rule(), violation.id());
                if (after.containsKey(key)) {
                    continue;
                }
                Suspicion suspicion = before.getOrDefault(key, new Suspicion(now, false));
                boolean settled = !now.isBefore(suspicion.since().plus(settle));
                if (settled && !suspicion.counted()) {
                    certain.add(new Broken(finding.invariant(), finding.rule(), event, violation));
                }
                after.put(key, new Suspicion(suspicion.since(), suspicion.counted() || settled));
            }
        }
        if (after.isEmpty()) {
            byEvent.remove(event);
        } else {
            byEvent.put(event, after);
        }
        return certain;
    }

    /** Whether an event must be looked at again although nothing has changed. */
    boolean any(UUID event) {
        return byEvent.containsKey(event);
    }

    /** Forgets events that are not watched any more. */
    void keep(Set<UUID> events) {
        byEvent.keySet().retainAll(events);
    }
}
