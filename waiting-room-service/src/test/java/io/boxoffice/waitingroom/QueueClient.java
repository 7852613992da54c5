package io.boxoffice.waitingroom;

import io.boxoffice.common.test.TestIssuer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestHeadersSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client as fans have it: it keeps a secret and sends its token. */
public final class QueueClient {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient http;

    public QueueClient(int port) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
    }

    /** A fan on one device, with the secret of this visit. */
    public record Fan(UUID sub, String device, String secret) {
        public static Fan create() {
            return new Fan(UUID.randomUUID(), "phone", newSecret());
        }

        /** The same account elsewhere. */
        public Fan on(String other) {
            return new Fan(sub, other, newSecret());
        }

        public String bearer() {
            return TestIssuer.token(sub, "FAN");
        }

        public String secretHash() {
            return Bytes.toBase64(Bytes.sha256(java.util.Base64.getUrlDecoder().decode(secret)));
        }

        private static String newSecret() {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            return Bytes.toBase64(bytes);
        }
    }

    public RestTestClient http() {
        return http;
    }

    public ResponseSpec join(UUID event, Fan fan) {
        return join(event, fan.bearer(), body(fan));
    }

    public ResponseSpec join(UUID event, String bearer, Object body) {
        return http.post()
                .uri("/api/v1/events/{event}/queue/entries", event)
                .header("Authorization", "Bearer " + bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Joins showing a clearance. */
    public ResponseSpec join(UUID event, Fan fan, String bearer, String clearance) {
        return http.post()
                .uri("/api/v1/events/{event}/queue/entries", event)
                .header("Authorization", "Bearer " + bearer)
                .header("X-Clearance", clearance)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(fan))
                .exchange();
    }

    public static Map<String, String> body(Fan fan) {
        return Map.of("device_id", fan.device(), "secret_hash", fan.secretHash());
    }

    /** Joins and returns the answer. */
    public JsonNode joined(UUID event, Fan fan) {
        return body(join(event, fan).expectStatus().is2xxSuccessful());
    }

    public ResponseSpec poll(UUID event, String token, String secret) {
        return carrying(http.get().uri("/api/v1/events/{event}/queue/entries/me", event), token, secret);
    }

    /** Polls showing a clearance. */
    public ResponseSpec poll(UUID event, String token, String secret, String clearance) {
        return carrying(
                http.get().uri("/api/v1/events/{event}/queue/entries/me", event).header("X-Clearance", clearance),
                token,
                secret);
    }

    public JsonNode polled(UUID event, JsonNode entry, Fan fan) {
        return body(poll(event, entry.get("queue_token").asString(), fan.secret())
                .expectStatus()
                .isOk());
    }

    public ResponseSpec leave(UUID event, JsonNode entry, Fan fan) {
        return carrying(
                http.delete().uri("/api/v1/events/{event}/queue/entries/me", event),
                entry.get("queue_token").asString(),
                fan.secret());
    }

    public ResponseSpec status(UUID event) {
        return http.get().uri("/api/v1/events/{event}/queue", event).exchange();
    }

    public static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBody());
    }

    private static ResponseSpec carrying(RequestHeadersSpec<?> request, String token, String secret) {
        if (token != null) {
            request.header("X-Queue-Token", token);
        }
        if (secret != null) {
            request.header("X-Queue-Secret", secret);
        }
        return request.exchange();
    }
}
