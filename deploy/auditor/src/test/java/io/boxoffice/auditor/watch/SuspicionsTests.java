package io.boxoffice.auditor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.auditor.rule.Finding;
import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.auditor.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuspicionsTests {

    private static final Instant NOON = Instant.parse("2027-08-15T12:00:00Z");

    private final UUID event = UUID.randomUUID();
    private final Suspicions suspicions = new Suspicions(Duration.ofSeconds(60));

    @Test
    void whatIsStillWrongAfterTheSettlingTimeCountsOnce() {
        assertThat(look("s1", "seat s1 has 2 tickets", 0)).isEmpty();
        assertThat(look("s1", "seat s1 has 2 tickets", 59)).isEmpty();

        assertThat(look("s1", "seat s1 has 3 tickets", 60)).singleElement().satisfies(broken -> {
            assertThat(broken.invariant()).isEqualTo(1);
            assertThat(broken.event()).isEqualTo(event);
            assertThat(broken.violation().text()).isEqualTo("seat s1 has 3 tickets");
        });
        assertThat(look("s1", "seat s1 has 3 tickets", 70)).isEmpty();
        assertThat(suspicions.any(event)).isTrue();
    }

    @Test
    void whatSettlesInBetweenBeginsAnew() {
        look("s1", "wrong", 0);
        suspicions.weigh(event, verdict(), NOON.plusSeconds(30));
        assertThat(suspicions.any(event)).isFalse();

        assertThat(look("s1", "wrong", 61)).isEmpty();
        assertThat(look("s1", "wrong", 121)).hasSize(1);
    }

    @Test
    void somethingElseIsNotTheSameThing() {
        look("s1", "wrong", 0);

        assertThat(look("s2", "wrong", 60)).isEmpty();
    }

    @Test
    void whatIsMendedAndBreaksAgainCountsAgain() {
        look("s1", "wrong", 0);
        assertThat(look("s1", "wrong", 60)).hasSize(1);
        suspicions.weigh(event, verdict(), NOON.plusSeconds(70));

        look("s1", "wrong", 80);
        assertThat(look("s1", "wrong", 140)).hasSize(1);
    }

    private List<Suspicions.Broken> look(String id, String text, long second) {
        return suspicions.weigh(event, verdict(new Violation(id, text)), NOON.plusSeconds(second));
    }

    private static Verdict verdict(Violation... violations) {
        return new Verdict(List.of(new Finding(1, "rule", 1, "seats", List.of(violations))), 0, 0, 0);
    }
}
