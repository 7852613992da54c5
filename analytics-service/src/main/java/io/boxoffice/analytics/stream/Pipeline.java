package io.boxoffice.analytics.stream;

import io.boxoffice.analytics.generation.Generation;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/** This instance's share in one count: the streams, and the listeners that take their results into PostgreSQL. */
final class Pipeline {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

    private final KafkaStreams streams;
    private final List<MessageListenerContainer> listeners;

    Pipeline(Generation generation, KafkaStreams streams, List<MessageListenerContainer> listeners) {
        this.streams = streams;
        this.listeners = listeners;
        streams.setUncaughtExceptionHandler(failure -> {
            // a thread replaced at once would fail at once; the next look at the counts begins anew
            log.atWarn()
                    .addKeyValue("generation", generation.generation())
                    .setCause(failure)
                    .log("counting interrupted");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    void start() {
        streams.start();
        listeners.forEach(MessageListenerContainer::start);
    }

    boolean works() {
        return streams.state().isRunningOrRebalancing();
    }

    /** Leaves the group, so that the next to count need not wait for a time-out. */
    void stop() {
        listeners.forEach(MessageListenerContainer::stop);
        streams.close(CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    /** Stops for good. */
    void discard() {
        stop();
        streams.cleanUp();
    }
}
