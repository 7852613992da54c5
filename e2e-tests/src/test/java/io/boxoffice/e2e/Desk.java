package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Support's desk, where money is given back. */
record Desk(BoxofficeClient support) {

    static Desk of(TestFleet fleet) throws Exception {
        return new Desk(fleet.client(fleet.support()));
    }

    /** Asks for a refund. */
    Answer refund(UUID order, Map<String, ?> wish) throws Exception {
        Call call = Call.post("refund", "/api/v1/orders/" + order + "/refunds", wish);
        return support.send(call.with("Idempotency-Key", TestFan.newKey()));
    }

    /** Refunds, and waits until the money is back. */
    JsonNode refunded(UUID order, Map<String, ?> wish) throws Exception {
        Answer asked = refund(order, wish);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String refund = "/api/v1/orders/" + order + "/refunds/"
                + asked.json().path("refund_id").asString();
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> support.send(Call.get("refund", refund)).json(), Desk::isOver);
    }

    private static boolean isOver(JsonNode refund) {
        return !refund.path("status").asString("PENDING").equals("PENDING");
    }
}
