package io.boxoffice.waitingroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class QueueMessageWireTests {
    private static final UUID EVENT = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    private static final UUID ENTRY = UUID.fromString("0199c0de-0000-7000-8000-000000000002");
    private static final UUID FAN = UUID.fromString("8f14e45f-ceea-567f-9a3b-0a1b2c3d4e5f");
    private static final UUID SESSION = UUID.fromString("0f0e0d0c-0b0a-8908-8706-050403020100");
    private static final Instant AT = Instant.parse("2027-06-03T10:00:01.500Z");

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(
                        "entry-joined",
                        new QueueMessage.EntryJoined(EVENT, AT, Instant.parse("2027-06-03T10:00:00Z"), 1234, 5678)),
                Arguments.of(
                        "entry-admitted",
                        new QueueMessage.EntryAdmitted(EVENT, AT, ENTRY, FAN, SESSION, 42, 1811930400123456L)),
                Arguments.of(
                        "entry-abandoned", new QueueMessage.EntryAbandoned(EVENT, AT, ENTRY, FAN, 42, "not-polling")),
                Arguments.of("entry-expired", new QueueMessage.EntryExpired(EVENT, AT, ENTRY, FAN, 42, "not-claimed")),
                Arguments.of(
                        "session-ended", new QueueMessage.SessionEnded(EVENT, AT, SESSION, FAN, ENTRY, "purchased")),
                Arguments.of(
                        "admission-rate-changed",
                        new QueueMessage.AdmissionRateChanged(EVENT, AT, "MANUAL", 120, 500, "operator")),
                Arguments.of(
                        "draw-held",
                        new QueueMessage.DrawHeld(
                                EVENT,
                                AT,
                                140_000,
                                "2c5817dc6bb615ea032d2022c61a38678be5a90a321963c00962a0abfbd7be36",
                                "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd",
                                Instant.parse("2027-06-03T10:00:00.000001Z"))),
                Arguments.of("session-superseded", new QueueMessage.SessionSuperseded(EVENT, AT, SESSION, FAN, ENTRY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void whatWeTellLooksLikeTheGoldenFile(String name, QueueMessage message) {
        var written = json.readTree(json.writeValueAsString(message));

        assertThat(written).isEqualTo(json.readTree(GoldenFiles.read("waiting-room-service", name)));
    }
}
