package io.boxoffice.waitingroom.admission;

import java.time.Instant;

/** An access token and its end. */
public record Access(String token, Instant expiresAt) {}
