package io.boxoffice.auditor.watch;

import static java.util.stream.Collectors.groupingBy;

import io.boxoffice.auditor.rule.Books;
import io.boxoffice.auditor.rule.Invariants;
import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.auditor.source.Databases;
import io.boxoffice.auditor.source.ProviderBooks;
import io.boxoffice.auditor.source.Topics;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Walks the events put on sale lately. An event that was found whole is not read again until something was written or told:
 * by anybody, for that is what the databases' own counters say. For one thread.
 */
@Component
class Auditor {

    private static final Logger log = LoggerFactory.getLogger(Auditor.class);

    private final AuditorProperties properties;
    private final Clock clock;
    private final AuditMetrics metrics;
    private final Databases databases;
    private final Topics topics;
    private final @Nullable ProviderBooks books;
    private final Suspicions suspicions;
    private final Map<UUID, Integer> foundWhole = new HashMap<>();

    Auditor(AuditorProperties properties, Clock clock, AuditMetrics metrics) {
        this.properties = properties;
        this.clock = clock;
        this.metrics = metrics;
        this.databases = new Databases(properties.sources());
        this.topics = new Topics(properties.kafka(), clock.instant().minus(properties.back()));
        var provider = properties.provider();
        this.books = provider == null ? null : new ProviderBooks(provider.baseUrl(), provider.controlToken());
        this.suspicions = new Suspicions(properties.settle());
    }

    /** Looks at every event that may have changed; tells how many are watched. */
    int walk(BooleanSupplier goesOn) throws IOException, InterruptedException {
        long writes = databases.writes();
        Map<UUID, Long> made = databases.madeWithin(properties.back().toSeconds());
        made.keySet().retainAll(databases.provisioned());
        forgetAllBut(made.keySet());
        Map<String, List<Books.Charge>> charges = charges();
        topics.catchUp(made::containsKey);
        for (UUID event : made.keySet()) {
            int seen = Objects.hash(writes, charges.hashCode(), topics.of(event).messages());
            boolean known = Integer.valueOf(seen).equals(foundWhole.get(event)) && !suspicions.any(event);
            if (!known && goesOn.getAsBoolean()) {
                boolean whole = look(event, charges, made);
                if (whole) {
                    foundWhole.put(event, seen);
                } else {
                    foundWhole.remove(event);
                }
            }
        }
        return made.size();
    }

    private boolean look(UUID event, Map<String, List<Books.Charge>> charges, Map<UUID, Long> made) {
        Databases.Rows rows = databases.read(event);
        topics.catchUp(made::containsKey);
        boolean fromTheStart = made.getOrDefault(event, 0L) >= topics.since().toEpochMilli();
        Verdict verdict = Invariants.judge(rows.with(booksOf(rows, charges), topics.of(event), fromTheStart));
        for (var broken : suspicions.weigh(event, verdict, clock.instant())) {
            metrics.violated(broken.invariant());
            log.atError()
                    .addKeyValue("invariant", broken.invariant())
                    .addKeyValue("rule", broken.rule())
                    .addKeyValue("event_id", broken.event())
                    .addKeyValue("id", broken.violation().id())
                    .addKeyValue("violation", broken.violation().text())
                    .log("invariant broken");
        }
        return verdict.broken() == 0;
    }

    private Books booksOf(Databases.Rows rows, Map<String, List<Books.Charge>> charges) {
        return books == null
                ? Books.CLOSED
                : new Books(
                        true,
                        rows.orderIds().stream()
                                .flatMap(order -> charges.getOrDefault(order, List.of()).stream())
                                .toList());
    }

    private Map<String, List<Books.Charge>> charges() throws IOException, InterruptedException {
        return books == null ? Map.of() : books.charges().stream().collect(groupingBy(Books.Charge::orderId));
    }

    private void forgetAllBut(Set<UUID> events) {
        topics.keep(events);
        suspicions.keep(events);
        foundWhole.keySet().retainAll(events);
    }

    void close() {
        databases.close();
        topics.close();
    }
}
