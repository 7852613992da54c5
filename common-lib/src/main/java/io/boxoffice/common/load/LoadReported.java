package io.boxoffice.common.load;

import java.time.Instant;

/**
 * What is told: the figures of one instance over one window; ratios are 0…1.
 *
 * @param requests answered in the window, without streams and the management's own
 * @param p95Ms of those, 0 without any
 * @param errorRatio of those, answered 5xx
 * @param poolSaturation of the fullest connection pool: in use and waited for, as a share of its size
 * @param cpu of the machine, or of the container
 */
record LoadReported(
        String service,
        String instance,
        long p95Ms,
        double errorRatio,
        double poolSaturation,
        double cpu,
        long requests,
        Instant occurredAt) {}
