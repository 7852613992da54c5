package io.boxoffice.common.messaging;

import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares topics; each is made by the service that writes it. */
public final class Topics {
    private final int partitions;

    Topics(int partitions) {
        this.partitions = partitions;
    }

    /** The topics to make, as a bean of the producing service. */
    public KafkaAdmin.NewTopics named(String... names) {
        return new KafkaAdmin.NewTopics(Arrays.stream(names).map(this::topic).toArray(NewTopic[]::new));
    }

    private NewTopic topic(String name) {
        return TopicBuilder.name(name).partitions(partitions).build();
    }
}
