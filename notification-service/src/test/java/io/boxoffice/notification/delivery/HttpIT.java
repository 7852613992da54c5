package io.boxoffice.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.notification.NotificationServiceTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@NotificationServiceTest
class HttpIT {
    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/notification-preferences", "/internal/deliveries"})
    void nothingElseIsToBeHadByFans(String path) {
        var status = RestClient.create()
                .get()
                .uri("http://localhost:" + port + path)
                .header("Authorization", "Bearer " + TestIssuer.token(UUID.randomUUID(), "FAN"))
                .exchange((_, response) -> response.getStatusCode().value());

        assertThat(status).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void itTellsThatItIsWell(String path) {
        var health = RestClient.create()
                .get()
                .uri("http://localhost:" + managementPort + path)
                .retrieve()
                .body(String.class);

        assertThat(health).contains("UP");
    }
}
