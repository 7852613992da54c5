package io.boxoffice.analytics.stream;

import io.boxoffice.analytics.figure.FigureRows;
import io.boxoffice.analytics.generation.Generation;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Clears what a count leaves that is shown no more. Every instance does it once it has stopped counting, so the last one leaves
 * nothing behind; what another cleared already is no failure.
 */
@Component
class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private final FigureRows figures;
    private final KafkaAdmin kafka;

    Leftovers(FigureRows figures, KafkaAdmin kafka) {
        this.figures = figures;
        this.kafka = kafka;
    }

    void clear(Generation generation) throws InterruptedException {
        figures.forget(generation.generation());
        var id = generation.applicationId();
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var internal = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(id + "-"))
                    .toList();
            admin.deleteTopics(internal).all().get();
            admin.deleteConsumerGroups(List.of(id, PipelineFactory.writer(id), PipelineFactory.catalog(id)))
                    .all()
                    .get();
        } catch (ExecutionException | KafkaException e) {
            log.atInfo()
                    .addKeyValue("application", id)
                    .addKeyValue("why", e.getMessage())
                    .log("left something of an old count in Kafka");
        }
    }
}
