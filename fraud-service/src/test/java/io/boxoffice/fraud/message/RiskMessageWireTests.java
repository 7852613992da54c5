package io.boxoffice.fraud.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.test.GoldenFiles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class RiskMessageWireTests {
    private static final UUID EVENT = UUID.fromString("0198f3a4-7c00-7000-8000-000000000001");
    private static final UUID CHALLENGE = UUID.fromString("0198f3a4-7c00-7000-8000-000000000009");
    private static final UUID FAN = UUID.fromString("8f14e45f-ceea-567f-9a3b-0a1b2c3d4e5f");
    private static final Instant AT = Instant.parse("2027-06-03T10:00:01.500Z");

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        "risk-scored",
                        new RiskMessage.RiskScored(
                                EVENT,
                                AT,
                                FAN,
                                "hold",
                                55,
                                Verdict.CHALLENGE,
                                List.of("account-velocity", "new-account"),
                                "rules-1")),
                Arguments.of(
                        "account-flagged",
                        new RiskMessage.AccountFlagged(
                                EVENT, AT, FAN, Verdict.BLOCK, List.of("account-velocity", "many-accounts-on-device"))),
                Arguments.of(
                        "challenge-issued",
                        new RiskMessage.ChallengeIssued(EVENT, AT, CHALLENGE, FAN, Purpose.HOLD, "pow")),
                Arguments.of(
                        "challenge-solved",
                        new RiskMessage.ChallengeSolved(EVENT, AT, CHALLENGE, FAN, Purpose.HOLD, "pow")),
                Arguments.of(
                        "challenge-failed",
                        new RiskMessage.ChallengeFailed(EVENT, AT, CHALLENGE, FAN, Purpose.HOLD, "pow")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void whatWeTellLooksLikeTheGoldenFile(String name, RiskMessage message) {
        var written = json.readTree(json.writeValueAsString(message));
        assertThat(written).isEqualTo(json.readTree(GoldenFiles.read("fraud-service", name)));
    }

    @Test
    void whereNoEventIsConcernedNoneIsNamed() {
        var message = new RiskMessage.AccountFlagged(null, AT, FAN, Verdict.BLOCK, List.of());
        assertThat(json.readTree(json.writeValueAsString(message)).has("event_id"))
                .isFalse();
    }
}
