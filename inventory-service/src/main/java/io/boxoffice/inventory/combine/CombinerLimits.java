package io.boxoffice.inventory.combine;

import java.time.Duration;

/**
 * How far combining goes.
 *
 * @param most requests in one group
 * @param leaders groups under way at once
 * @param company how long a leader waits for it at most, while other groups are under way
 * @param patience how long a caller waits for an answer
 */
public record CombinerLimits(int most, int leaders, Duration company, Duration patience) {}
