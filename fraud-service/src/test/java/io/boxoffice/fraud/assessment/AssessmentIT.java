package io.boxoffice.fraud.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.fraud.Fraud;
import io.boxoffice.fraud.account.Verdicts;
import io.boxoffice.fraud.counter.TestCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AssessmentIT extends Fraud {
    @Autowired
    Verdicts verdicts;

    @Test
    void anOrdinaryFanMayOrder() {
        var answer = body(assess(fan, "phone-" + fan).expectStatus().isOk());
        assertThat(answer.get("decision").asString()).isEqualTo("ALLOW");
        assertThat(answer.get("score").asInt()).isZero();
        assertThat(answer.get("reasons").size()).isZero();
    }

    @Test
    void aFarmOfAccountsOnOneDeviceIsChallenged() {
        var farm = "farm-" + event;
        for (int i = 0; i < 9; i++) {
            assess(UUID.randomUUID(), farm).expectStatus().isOk();
        }
        var answer = body(assess(fan, farm).expectStatus().isOk());
        assertThat(answer.get("decision").asString()).isEqualTo("CHALLENGE");
        assertThat(answer.get("reasons").get(0).asString()).isEqualTo("many-accounts-on-device");
    }

    @Test
    void aNewAccountOnAFarmIsBlocked() {
        var farm = "farm-" + event;
        for (int i = 0; i < 9; i++) {
            assess(UUID.randomUUID(), farm);
        }
        assertThat(decision(asService(
                        "/internal/risk/assessments",
                        Map.of(
                                "purpose",
                                "order",
                                "user_id",
                                fan,
                                "event_id",
                                event,
                                "device_id",
                                farm,
                                "address",
                                "203.0.113.7",
                                "account_created_at",
                                clock.instant().minusSeconds(3_600)))))
                .isEqualTo("BLOCK");
        // what was said once stands, also on a clean device
        var later = body(assess(fan, "clean-" + fan));
        assertThat(later.get("decision").asString()).isEqualTo("BLOCK");
        assertThat(later.get("reasons").get(0).asString()).isEqualTo("earlier-verdict");
    }

    @Test
    void withoutCountersEverybodyIsChallengedAndNobodyLockedOut() {
        var controller = new AssessmentController(TestCounters.away(clock), verdicts, new SimpleMeterRegistry(), clock);
        var answer = controller.assess(new AssessmentRequest(Purpose.ORDER, fan, event, "phone", null, null));
        assertThat(answer.decision()).isEqualTo(Verdict.CHALLENGE);
        assertThat(answer.reasons()).containsExactly("counters-unavailable");
    }
}
