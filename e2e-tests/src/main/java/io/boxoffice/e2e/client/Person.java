package io.boxoffice.e2e.client;

import java.time.Instant;
import java.util.UUID;

/** Someone with an account and a token of the identity provider. */
public record Person(String username, UUID sub, String accessToken, Instant expiresAt) {

    /** The verified address the identity provider has for everyone. */
    public String email() {
        return username + "@example.test";
    }
}
