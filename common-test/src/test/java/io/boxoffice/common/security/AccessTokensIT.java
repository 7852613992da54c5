package io.boxoffice.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.common.test.TestIssuer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class AccessTokensIT {
    private final UUID event = UUID.randomUUID();
    private final UUID fan = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final EndedSessions ended = new EndedSessions(Clock.systemUTC());
    private final AccessTokens tokens = new AccessTokens(
            BearerTokens.processor(URI.create(TestIssuer.accessTokenKeys()), JWSAlgorithm.ES256, Clock.systemUTC()),
            ended,
            Clock.systemUTC());

    @Test
    void readsAGoodToken() {
        var read = tokens.verify(good(), event, fan, "phone");
        assertThat(read.id()).isEqualTo(session);
        assertThat(read.expired()).isFalse();
        assertThat(read.ended()).isEmpty();
        assertThat(read.limitKey()).isEqualTo(fan.toString());
    }

    @Test
    void saysThatATokenIsPastItsTime() {
        var late = TestIssuer.accessToken(
                event, fan, "phone", session, Instant.now().minusSeconds(60));
        assertThat(tokens.verify(late, event, fan, "phone").expired()).isTrue();
    }

    @Test
    void isBoundToEventAccountAndDevice() {
        assertRefused(good(), UUID.randomUUID(), fan, "phone", "access-token-invalid");
        assertRefused(good(), event, UUID.randomUUID(), "phone", "access-token-invalid");
        assertRefused(good(), event, fan, "laptop", "wrong-device");
        assertRefused(good(), event, fan, null, "wrong-device");
        assertRefused(null, event, fan, "phone", "access-token-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "", ".."})
    void refusesWhatIsNoToken(String token) {
        assertRefused(token, event, fan, "phone", token.isEmpty() ? "access-token-required" : "access-token-invalid");
    }

    @Test
    void refusesForgedUnsignedAndForeignTokens() {
        var parts = good().split("\\.");
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(none + "." + parts[1] + ".", event, fan, "phone", "access-token-invalid");
        assertRefused(parts[0] + "." + parts[1] + "." + "A".repeat(86), event, fan, "phone", "access-token-invalid");
        assertRefused(TestIssuer.token(fan, "FAN"), event, fan, "phone", "access-token-invalid");
    }

    @Test
    void hearsThatASessionIsOver() {
        var reader = new MessageReader(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build());
        var data = "{\"session_id\":\"" + session + "\",\"cause\":\"left\",\"event_id\":\"" + event + "\"}";
        var record =
                new ConsumerRecord<>("boxoffice.queue", 0, 0, event.toString(), data.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "io.boxoffice.SessionEnded.v1".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        ended.hear(reader.read(record).orElseThrow());
        assertThat(tokens.verify(good(), event, fan, "phone").ended()).hasValue(SessionEnd.LEFT);
    }

    private String good() {
        return TestIssuer.accessToken(
                event, fan, "phone", session, Instant.now().plusSeconds(600));
    }

    private void assertRefused(String token, UUID event, UUID sub, String device, String code) {
        assertThatThrownBy(() -> tokens.verify(token, event, sub, device)).hasMessageStartingWith(code + ":");
    }
}
