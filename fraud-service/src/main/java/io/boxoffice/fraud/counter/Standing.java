package io.boxoffice.fraud.counter;

import io.boxoffice.common.security.Challenges.Verdict;
import java.time.Instant;

/** The verdict that stands, as remembered beside the counters; the truth is the database's. */
public record Standing(Verdict decision, Instant toldAt) {}
