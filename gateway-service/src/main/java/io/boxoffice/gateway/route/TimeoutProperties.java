package io.boxoffice.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service may take.
 *
 * @param connect to accept a connection
 * @param response to begin an answer
 * @param orders to begin the answer to a new order
 * @param uploads to take in a picture and begin the answer
 * @param silence of a stream that has begun; its heartbeats come more often
 */
@ConfigurationProperties("gateway.timeouts")
record TimeoutProperties(
        @DefaultValue("500ms") Duration connect,
        @DefaultValue("5s") Duration response,
        @DefaultValue("10s") Duration orders,
        @DefaultValue("28s") Duration uploads,
        @DefaultValue("45s") Duration silence) {

    Duration of(Patience patience) {
        return switch (patience) {
            case USUAL, STREAM -> response;
            case ORDER -> orders;
            case UPLOAD -> uploads;
        };
    }
}
