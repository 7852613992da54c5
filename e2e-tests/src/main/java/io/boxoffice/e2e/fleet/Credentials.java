package io.boxoffice.e2e.fleet;

import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code credentials.json} tells: how a client gets in. */
public record Credentials(
        String gateway, String issuer, Client e2eClient, String demoPassword, Provider provider, String mailUrl) {

    /** The confidential client of tests. */
    public record Client(String id, String secret) {}

    /** The payment provider's address and keys. */
    public record Provider(String baseUrl, String publishableKey, String webhookSecret, String controlToken) {}

    /** Reads the file below a fleet's home. */
    public static Credentials in(Path home) throws IOException {
        return Json.read(Files.readString(home.resolve("credentials.json")), Credentials.class);
    }
}
