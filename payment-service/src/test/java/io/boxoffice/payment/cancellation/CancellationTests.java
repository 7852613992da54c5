package io.boxoffice.payment.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class CancellationTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void whatEventServiceTellsIsUnderstood() {
        var told = JSON.readValue(GoldenFiles.read("event-service", "event-cancelled"), EventCancelled.class);
        assertThat(told.eventId()).isEqualTo(UUID.fromString("0198f3a4-7c00-7000-8000-000000000001"));
        assertThat(told.occurredAt()).isNotNull();
    }

    @Test
    void anIdMadeOfAnotherIsTheSameForEverybody() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(DerivedId.of(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }
}
