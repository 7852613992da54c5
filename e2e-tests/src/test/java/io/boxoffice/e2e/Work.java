package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.ProofOfWork;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The work that clears a fan, step by step. */
final class Work {

    private Work() {}

    static JsonNode challenge(BoxofficeClient client, String purpose, UUID event, Device device) throws Exception {
        var wish = Map.of("purpose", purpose, "event_id", event, "device_id", device.id(), "type", "pow");
        Answer answer = client.send(Call.post("challenge", "/api/v1/challenges", wish));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    static long solve(JsonNode challenge) {
        JsonNode pow = challenge.path("pow");
        return ProofOfWork.solve(
                        pow.path("salt").asString(),
                        pow.path("challenge").asString(),
                        pow.path("maxnumber").asLong())
                .orElseThrow();
    }

    static Answer answer(BoxofficeClient client, JsonNode challenge, long number) throws Exception {
        String path = "/api/v1/challenges/" + challenge.path("challenge_id").asString() + "/solutions";
        return client.send(Call.post("solution", path, Map.of("number", number)));
    }

    static String clearance(BoxofficeClient client, String purpose, UUID event, Device device) throws Exception {
        JsonNode challenge = challenge(client, purpose, event, device);
        Answer solved = answer(client, challenge, solve(challenge));
        assertThat(solved.status()).as(solved.body()).isEqualTo(200);
        return solved.json().path("clearance").asString();
    }
}
