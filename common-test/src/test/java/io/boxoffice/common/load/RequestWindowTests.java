package io.boxoffice.common.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestWindowTests {
    private final RequestWindow window = new RequestWindow();
    private final ObservationRegistry registry = ObservationRegistry.create();

    @BeforeEach
    void watch() {
        registry.observationConfig().observationHandler(window);
    }

    private void observe(String name, String path, String outcome) {
        Observation.createNotStarted(
                        name, () -> new RequestReplyReceiverContext<String, String>((_, _) -> null), registry)
                .lowCardinalityKeyValue("outcome", outcome)
                .highCardinalityKeyValue("http.url", path)
                .observe(() -> {});
    }

    @Test
    void answersAreCountedAndFailuresAmongThem() {
        observe("http.server.requests", "/api/v1/orders", "SUCCESS");
        observe("http.server.requests", "/api/v1/orders", "CLIENT_ERROR");
        observe("http.server.requests", "/api/v1/orders", "SERVER_ERROR");
        observe("http.server.requests", "/api/v1/orders", "SERVER_ERROR");

        var seen = window.drain();
        assertThat(seen.requests()).isEqualTo(4);
        assertThat(seen.errorRatio()).isEqualTo(0.5);
        assertThat(window.drain()).isEqualTo(new RequestWindow.Seen(0, 0, 0));
    }

    @Test
    void streamsTheManagementsAndWhatIsNoRequestAreLeftOut() {
        observe("http.server.requests", "/api/v1/events/1/availability/stream", "SUCCESS");
        observe("http.server.requests", "/actuator/prometheus", "SUCCESS");
        observe("http.client.requests", "/api/v1/orders", "SERVER_ERROR");

        assertThat(window.drain().requests()).isZero();
    }
}
