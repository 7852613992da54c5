package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A scanner at the gates of an event. */
record Scans(BoxofficeClient scanner, UUID event) {

    static Scans of(TestFleet fleet, UUID event) throws Exception {
        return new Scans(fleet.client(fleet.scanner()), event);
    }

    /** What the gate says to a code. */
    JsonNode scan(String code, String gate) throws Exception {
        Map<String, Object> scan = new HashMap<>(Routes.scan(code));
        scan.put("gate", gate);
        Answer answer = scanner.send(Call.post("scan", Shows.path(event) + "/scans", scan));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** ADMITTED, or the reason why not. */
    String verdict(String code) throws Exception {
        JsonNode answer = scan(code, "A");
        return answer.path("reason").asString(answer.path("result").asString());
    }

    /** The seat a code is for, as its signed part says. */
    static String seat(String code) {
        byte[] payload = Base64.getUrlDecoder().decode(code.split("\\.", -1)[2]);
        return Json.tree(new String(payload, StandardCharsets.UTF_8)).path("s").asString();
    }
}
