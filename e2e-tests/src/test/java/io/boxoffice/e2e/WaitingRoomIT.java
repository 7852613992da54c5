package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Entry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The waiting room in an operator's hands: nobody comes in while it is paused, and nobody loses their place. */
@ExtendWith(FleetExtension.class)
class WaitingRoomIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void anOperatorPausesTheLineSaysWhyAndLetsItGoOn(TestFleet fleet) throws Exception {
        UUID event = Shows.onSale(fleet, "Paused", 20, Map.of());
        BoxofficeClient operator = fleet.client(fleet.operator());
        TestFan.admitted(fleet, event);

        control(operator, event, Map.of("mode", "PAUSED", "message", "The doors are stuck"));
        await().atMost(PATIENCE)
                .until(
                        () -> status(operator, event),
                        status -> status.path("state").asString().equals("PAUSED"));
        assertThat(status(operator, event).path("message").asString()).isEqualTo("The doors are stuck");
        assertThat(status(operator, event).path("admission_rate_per_minute").asInt())
                .isZero();

        BoxofficeClient client = fleet.client(fleet.newFan());
        Device device = TestFan.newDevice();
        Entry joined = TestFan.joined(client, event, device);
        BoxofficeClient other = fleet.client(fleet.newFan());
        Device others = TestFan.newDevice();
        Entry behind = TestFan.joined(other, event, others);
        assertThat(joined.state()).isEqualTo("QUEUED");
        assertThat(behind.position()).isEqualTo(joined.position() + 1);
        assertThat(poll(client, event, joined, device).state()).isEqualTo("QUEUED");
        assertProblem(client.place(event, joined.queueToken(), device).answer(), 429, "poll-too-soon");
        assertThat(other.leave(event, behind.queueToken(), others).status()).isEqualTo(204);
        assertThat(poll(other, event, behind, others).state()).isEqualTo("LEFT");

        control(operator, event, Map.of("mode", "AUTO"));
        Entry admitted = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1_100))
                .until(
                        () -> poll(client, event, joined, device),
                        entry -> entry.state().equals("ADMITTED"));
        assertThat(admitted.accessToken()).isNotBlank();
        assertThat(status(operator, event).path("state").asString()).isEqualTo("OPEN");
        assertThat(status(operator, event).path("serving").asLong()).isGreaterThanOrEqualTo(joined.joinNumber());
    }

    private static void control(BoxofficeClient operator, UUID event, Map<String, Object> word) throws Exception {
        Call call = Call.post("control", "/api/v1/ops/events/" + event + "/queue", word);
        Answer answer = operator.send(new Call("control", "PUT", call.path(), call.headers(), call.body()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("mode").asString()).isEqualTo(word.get("mode"));
    }

    private static JsonNode status(BoxofficeClient client, UUID event) throws Exception {
        return client.anonymously(Call.get("queue", Shows.path(event) + "/queue"))
                .json();
    }

    private static Entry poll(BoxofficeClient client, UUID event, Entry joined, Device device) {
        Answer answer = TestFan.answered(
                () -> client.place(event, joined.queueToken(), device).answer(), "poll-too-soon");
        return Json.read(answer.body(), Entry.class);
    }
}
