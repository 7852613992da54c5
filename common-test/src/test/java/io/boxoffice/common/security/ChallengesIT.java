package io.boxoffice.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.common.test.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ChallengesIT {
    private final UUID event = UUID.randomUUID();
    private final UUID fan = UUID.randomUUID();
    private final MovableClock clock = new MovableClock(Instant.now());
    private final RiskVerdicts verdicts = new RiskVerdicts(clock);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Challenges challenges = challenges(TestIssuer.clearanceKeys());

    @Test
    void aClearanceIsGoodForItsOwnPurposeEventAccountAndDevice() {
        assertThat(challenges.isCleared(good(), Purpose.HOLD, event, fan, "phone"))
                .isTrue();
        assertThat(challenges.isCleared(good(), Purpose.ORDER, event, fan, "phone"))
                .isFalse();
        assertThat(challenges.isCleared(good(), Purpose.HOLD, UUID.randomUUID(), fan, "phone"))
                .isFalse();
        assertThat(challenges.isCleared(good(), Purpose.HOLD, event, UUID.randomUUID(), "phone"))
                .isFalse();
        assertThat(challenges.isCleared(good(), Purpose.HOLD, event, fan, "laptop"))
                .isFalse();
        assertThat(challenges.isCleared(good(), Purpose.HOLD, event, fan, null)).isFalse();
    }

    @Test
    void aClearanceGivenWithoutADeviceIsGoodWithoutOne() {
        var clearance =
                TestIssuer.clearance("join", event, fan, "", clock.instant().plusSeconds(600));
        assertThat(challenges.isCleared(clearance, Purpose.JOIN, event, fan, null))
                .isTrue();
        assertThat(challenges.isCleared(clearance, Purpose.JOIN, event, fan, "phone"))
                .isFalse();
    }

    @Test
    void aClearanceEndsWithItsTime() {
        var clearance = good();
        clock.advance(Duration.ofSeconds(606));
        assertThat(challenges.isCleared(clearance, Purpose.HOLD, event, fan, "phone"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a.b.c", ".."})
    void whatIsNoClearanceClearsNobody(String text) {
        assertThat(challenges.isCleared(text, Purpose.HOLD, event, fan, "phone"))
                .isFalse();
        assertThat(challenges.isCleared(null, Purpose.HOLD, event, fan, "phone"))
                .isFalse();
    }

    @Test
    void tokensOfOtherKindsClearNobody() {
        var access = TestIssuer.accessToken(
                event, fan, "phone", UUID.randomUUID(), clock.instant().plusSeconds(600));
        assertThat(challenges.isCleared(access, Purpose.HOLD, event, fan, "phone"))
                .isFalse();
        assertThat(challenges.isCleared(TestIssuer.token(fan, "FAN"), Purpose.HOLD, event, fan, "phone"))
                .isFalse();
    }

    @Test
    void aStepAsksOnlyThoseWhoAreToBeChallenged() {
        assertThatCode(() -> challenges.require(Verdict.ALLOW, Purpose.HOLD, event, fan, "phone", null))
                .doesNotThrowAnyException();
        assertThatCode(() -> challenges.require(Verdict.CHALLENGE, Purpose.HOLD, event, fan, "phone", good()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> challenges.require(Verdict.CHALLENGE, Purpose.HOLD, event, fan, "phone", null))
                .hasMessageStartingWith("challenge-required:");
        assertThatThrownBy(() -> challenges.require(Verdict.BLOCK, Purpose.HOLD, event, fan, "phone", good()))
                .hasMessageStartingWith("account-blocked:");
        for (var decision : new String[] {"allow", "cleared", "challenge", "block"}) {
            assertThat(metrics.counter("boxoffice.bot.decisions", "decision", decision, "layer", "hold")
                            .count())
                    .isOne();
        }
    }

    @Test
    void withoutKeysAChallengedFanIsChallengedAndAnotherPasses() {
        var keyless = challenges("http://localhost:" + TestServers.freePort() + "/jwks.json");
        assertThatThrownBy(() -> keyless.require(Verdict.CHALLENGE, Purpose.ORDER, event, fan, "phone", good()))
                .hasMessageStartingWith("challenge-required:");
        assertThatCode(() -> keyless.require(Verdict.ALLOW, Purpose.ORDER, event, fan, "phone", null))
                .doesNotThrowAnyException();
    }

    @Test
    void theLatestVerdictOnAnAccountStandsForAnHour() {
        assertThat(challenges.verdictOn(fan)).isEqualTo(Verdict.ALLOW);
        hear("RiskScored", "CHALLENGE", clock.instant());
        assertThat(challenges.verdictOn(fan)).isEqualTo(Verdict.CHALLENGE);
        hear("AccountFlagged", "BLOCK", clock.instant());
        hear("RiskScored", "ALLOW", clock.instant().minusSeconds(1));
        assertThat(challenges.verdictOn(fan)).isEqualTo(Verdict.BLOCK);
        assertThat(challenges.verdictOn(UUID.randomUUID())).isEqualTo(Verdict.ALLOW);
        clock.advance(Duration.ofMinutes(61));
        assertThat(challenges.verdictOn(fan)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void aLiftedBlockIsHeard() {
        hear("AccountFlagged", "BLOCK", clock.instant());
        hear("RiskScored", "ALLOW", clock.instant().plusSeconds(1));
        assertThat(challenges.verdictOn(fan)).isEqualTo(Verdict.ALLOW);
    }

    private void hear(String name, String decision, Instant at) {
        var reader = new MessageReader(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build());
        var data = "{\"user_id\":\"%s\",\"decision\":\"%s\",\"reasons\":[]}".formatted(fan, decision);
        var record = new ConsumerRecord<>("boxoffice.risk", 0, 0, event.toString(), bytes(data));
        record.headers().add("ce_type", bytes("io.boxoffice." + name + ".v1"));
        record.headers().add("ce_id", bytes(UUID.randomUUID().toString()));
        record.headers().add("ce_time", bytes(at.toString()));
        verdicts.hear(reader.read(record).orElseThrow());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String good() {
        return TestIssuer.clearance("hold", event, fan, "phone", clock.instant().plusSeconds(600));
    }

    private Challenges challenges(String keys) {
        return new Challenges(
                new Clearances(BearerTokens.processor(URI.create(keys), JWSAlgorithm.ES256, clock), clock),
                verdicts,
                metrics);
    }
}
