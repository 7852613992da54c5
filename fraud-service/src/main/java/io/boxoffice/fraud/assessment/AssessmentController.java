package io.boxoffice.fraud.assessment;

import io.boxoffice.common.Ids;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.security.DeviceHash;
import io.boxoffice.fraud.account.Verdicts;
import io.boxoffice.fraud.counter.Counters;
import io.boxoffice.fraud.counter.Observation;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers from the counters, within milliseconds; without counters everybody is challenged and nobody locked out. */
@RestController
class AssessmentController {
    private static final Logger log = LoggerFactory.getLogger(AssessmentController.class);
    private static final Assessment WITHOUT_COUNTERS =
            new Assessment(Verdict.CHALLENGE, 0, List.of("counters-unavailable"));

    private final Counters counters;
    private final Verdicts verdicts;
    private final MeterRegistry metrics;
    private final Clock clock;

    AssessmentController(Counters counters, Verdicts verdicts, MeterRegistry metrics, Clock clock) {
        this.counters = counters;
        this.verdicts = verdicts;
        this.metrics = metrics;
        this.clock = clock;
    }

    @PostMapping("/internal/risk/assessments")
    Assessment assess(@Valid @RequestBody AssessmentRequest request) {
        var answer = judged(request);
        var decision = answer.decision().name().toLowerCase(Locale.ROOT);
        metrics.counter("boxoffice.bot.decisions", "decision", decision, "layer", "assessment")
                .increment();
        return answer;
    }

    private Assessment judged(AssessmentRequest request) {
        try {
            var seen = counters.count(new Observation(
                    request.userId(),
                    null,
                    Ids.next().toString(),
                    clock.instant(),
                    hash(request.deviceId()),
                    hash(request.address()),
                    request.accountCreatedAt()));
            var judged = verdicts.judge(
                    request.userId(), request.eventId(), request.purpose().word(), seen);
            return new Assessment(judged.decision(), judged.score().points(), judged.reasons());
        } catch (DataAccessResourceFailureException e) {
            log.atWarn().addKeyValue("why", e.getMessage()).log("assessed without counters");
            return WITHOUT_COUNTERS;
        }
    }

    /** Devices and addresses are counted by the same hash, whoever saw them. */
    private static @Nullable String hash(@Nullable String text) {
        return text == null || text.isEmpty() ? null : DeviceHash.of(text);
    }
}
