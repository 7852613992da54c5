package io.boxoffice.gateway.accesstoken;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ended sessions are heard of.
 *
 * @param topic where the waiting room tells
 * @param lookBack how far back to read at the start and how long to remember: longer than any access token lives
 * @param reopenAfter pause before another attempt when Kafka fails
 */
@ConfigurationProperties("gateway.deny-list")
record DenyListProperties(
        @DefaultValue("boxoffice.queue") String topic,
        @DefaultValue("30m") Duration lookBack,
        @DefaultValue("2s") Duration reopenAfter) {}
