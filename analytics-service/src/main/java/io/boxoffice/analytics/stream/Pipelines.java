package io.boxoffice.analytics.stream;

import io.boxoffice.analytics.generation.Generation;
import io.boxoffice.analytics.generation.Generations;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps this instance counting what the database says is to be counted: starts what is missing or broke down, shows a new count
 * once it has caught up, drops what is shown no more. Whatever is away, the next look tries again.
 */
@Component
class Pipelines {
    private static final Logger log = LoggerFactory.getLogger(Pipelines.class);

    private final Generations generations;
    private final PipelineFactory factory;
    private final KafkaAdmin topics;
    private final Leftovers leftovers;
    private final Map<String, Pipeline> running = new HashMap<>();
    private final Map<String, Generation> known = new HashMap<>();
    private @Nullable CatchUp catchUp;
    private boolean tidied;
    private boolean closed;

    Pipelines(Generations generations, PipelineFactory factory, KafkaAdmin topics, Leftovers leftovers) {
        this.generations = generations;
        this.factory = factory;
        this.topics = topics;
        this.leftovers = leftovers;
    }

    @Scheduled(fixedDelayString = "${analytics.check-every:1s}")
    synchronized void look() {
        if (closed) {
            return;
        }
        try {
            var live = generations.live();
            drop(live);
            tidy();
            for (var generation : live) {
                ensure(generation);
            }
            for (var generation : live) {
                if (generation.state() == Generation.State.BUILDING) {
                    show(generation);
                }
            }
        } catch (DataAccessException | TransactionException | KafkaException | ExecutionException e) {
            log.atWarn().setCause(e).log("cannot look after the counts now");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void ensure(Generation generation) {
        var id = generation.applicationId();
        var pipeline = running.get(id);
        if (pipeline != null && pipeline.works()) {
            return;
        }
        if (pipeline != null) {
            pipeline.stop();
            running.remove(id);
        }
        // without its topics Streams would give up; they may be missing when the broker was away as we started
        if (topics.initialize()) {
            var fresh = factory.of(generation);
            running.put(id, fresh);
            known.put(id, generation);
            fresh.start();
            log.atInfo()
                    .addKeyValue("generation", generation.generation())
                    .addKeyValue("state", generation.state())
                    .log("counting");
        }
    }

    private void show(Generation generation) throws ExecutionException, InterruptedException {
        if (catchUp == null) {
            catchUp = new CatchUp(generation);
        }
        boolean done;
        try (var admin = Admin.create(topics.getConfigurationProperties())) {
            done = catchUp.done(admin);
        }
        if (done) {
            catchUp = null;
            if (generations.serve(generation.generation())) {
                log.atInfo().addKeyValue("generation", generation.generation()).log("new count shown");
            }
        }
    }

    private void drop(List<Generation> live) throws InterruptedException {
        var wanted = live.stream().map(Generation::applicationId).collect(Collectors.toSet());
        for (var id : List.copyOf(running.keySet())) {
            var pipeline = running.get(id);
            var generation = known.get(id);
            if (pipeline != null && generation != null && !wanted.contains(id)) {
                pipeline.discard();
                running.remove(id);
                known.remove(id);
                leftovers.clear(generation);
            }
        }
    }

    /** Whoever was to clear an old count may have died over it: the next to start does it. */
    private void tidy() throws InterruptedException {
        if (!tidied) {
            for (var generation : generations.retired()) {
                leftovers.clear(generation);
                generations.forget(generation.generation());
            }
            tidied = true;
        }
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        running.values().forEach(Pipeline::stop);
        running.clear();
    }
}
