package io.boxoffice.e2e.client.model;

import org.jspecify.annotations.Nullable;

/** The shared status document of a queue. */
public record QueueStatus(String state, @Nullable Long serving, long queueSize, long admissionRatePerMinute) {}
