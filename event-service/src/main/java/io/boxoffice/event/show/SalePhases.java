package io.boxoffice.event.show;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells each phase of a sale when its time has come. The phase itself is the clock's: nobody waits for the message. */
@Component
class SalePhases {
    private static final Logger log = LoggerFactory.getLogger(SalePhases.class);

    private final EventMoves moves;
    private final CatalogMessages messages;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    SalePhases(EventMoves moves, CatalogMessages messages, TransactionTemplate transactions, InstantSource clock) {
        this.moves = moves;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tell() {
        while (tellSome() > 0) {
            // until nothing is due
        }
    }

    private int tellSome() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var phases = transactions.execute(_ -> {
            var come = moves.tellPhases(now);
            come.forEach(phase -> messages.phase(phase, now));
            return come;
        });
        phases.forEach(phase -> log.atInfo()
                .addKeyValue("event_id", phase.eventId())
                .addKeyValue("status", phase.status())
                .log("sale phase told"));
        return phases.size();
    }
}
