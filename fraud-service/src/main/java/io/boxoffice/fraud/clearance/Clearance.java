package io.boxoffice.fraud.clearance;

import java.time.Instant;

/** Proof that a challenge was solved, sent as {@code X-Clearance}. */
public record Clearance(String clearance, Instant expiresAt) {}
