package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Requests as bytes, so that making them costs nothing while it is measured. */
final class Requests {

    private Requests() {}

    static byte[] join(UUID event, Person fan, Device device) {
        String body = Json.write(Map.of("device_id", device.id(), "secret_hash", device.secretHash()));
        return bytes("""
                POST %s/queue/entries HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(BoxofficeClient.events(event), fan.accessToken(), body.length()), body);
    }

    /** A hold under a key of its own. */
    static byte[] hold(UUID event, Person fan, String body) {
        return bytes(
                """
                POST %s/holds HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Idempotency-Key: %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(BoxofficeClient.events(event), fan.accessToken(), UUID.randomUUID(), body.length()),
                body);
    }

    static byte[] poll(UUID event, String queueToken, Device device) {
        return bytes("""
                GET %s/queue/entries/me HTTP/1.1
                Host: 127.0.0.1
                X-Queue-Token: %s
                X-Queue-Secret: %s

                """.formatted(BoxofficeClient.events(event), queueToken, device.secret()), "");
    }

    static byte[] status(UUID event) {
        return bytes("""
                GET %s/queue HTTP/1.1
                Host: 127.0.0.1

                """.formatted(BoxofficeClient.events(event)), "");
    }

    private static byte[] bytes(String head, String body) {
        return (head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII);
    }
}
