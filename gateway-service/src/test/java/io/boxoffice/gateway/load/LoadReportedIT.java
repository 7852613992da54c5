package io.boxoffice.gateway.load;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.gateway.GatewayTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway tells its load like any service, without being one of servlets. */
class LoadReportedIT extends GatewayTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void requestsThroughTheGatewayAreTold() {
        INVENTORY.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        var told = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", KAFKA.getBrokersAsString(), "group.id", newId()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("boxoffice.load"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                send(request("GET", EVENT_PATH + "/availability"));
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
                            .isEqualTo("io.boxoffice.LoadReported.v1");
                    told.add(JSON.readTree(record.value()));
                });
                return told.stream().anyMatch(load -> load.get("error_ratio").asDouble() > 0);
            });
        }
        assertThat(told)
                .allSatisfy(load -> assertThat(load.get("service").asString()).isEqualTo("gateway"))
                .anySatisfy(load -> assertThat(load.get("p95_ms").asLong()).isPositive())
                .anySatisfy(load -> assertThat(load.get("requests").asLong()).isPositive());
    }
}
