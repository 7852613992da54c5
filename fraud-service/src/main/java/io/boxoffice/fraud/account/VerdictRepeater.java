package io.boxoffice.fraud.account;

import io.boxoffice.fraud.counter.Counters;
import io.boxoffice.fraud.counter.Observation;
import io.boxoffice.fraud.counter.Seen;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Judges again whoever is under a verdict: what still holds is told again, what has stood its time becomes milder. */
@Component
class VerdictRepeater {
    private static final Logger log = LoggerFactory.getLogger(VerdictRepeater.class);
    private static final int BATCH = 500;

    private final AccountRepository accounts;
    private final Counters counters;
    private final Verdicts verdicts;
    private final VerdictProperties times;
    private final Clock clock;

    VerdictRepeater(
            AccountRepository accounts, Counters counters, Verdicts verdicts, VerdictProperties times, Clock clock) {
        this.accounts = accounts;
        this.counters = counters;
        this.verdicts = verdicts;
        this.times = times;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${fraud.verdicts.look-every:1m}")
    void repeat() {
        try {
            List<UUID> due;
            do {
                due = accounts.toldBefore(clock.instant().minus(times.repeatEvery()), BATCH);
                due.forEach(this::repeat);
            } while (due.size() == BATCH);
        } catch (DataAccessResourceFailureException e) {
            log.atWarn().addKeyValue("why", e.getMessage()).log("verdicts wait to be repeated");
        }
    }

    private void repeat(UUID user) {
        var figures = counters.count(Observation.look(user, clock.instant())).figures();
        // by the database alone, which each round brings forward, whatever was remembered of it
        verdicts.judge(user, null, "account", new Seen(figures, Optional.empty()));
    }
}
