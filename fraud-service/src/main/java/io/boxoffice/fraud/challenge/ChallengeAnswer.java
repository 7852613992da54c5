package io.boxoffice.fraud.challenge;

import java.time.Instant;
import java.util.UUID;

/** A challenge as its fan gets it. */
record ChallengeAnswer(UUID challengeId, String type, Instant expiresAt, Puzzle pow) {}
