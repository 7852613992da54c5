package io.boxoffice.analytics.stream;

import io.boxoffice.analytics.generation.Generation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a new count has all that was there when it was begun: first everything in the topics is counted, then everything
 * counted is in PostgreSQL. What comes meanwhile is a matter of the ordinary second or two.
 */
final class CatchUp {
    private final Generation generation;
    private @Nullable Map<TopicPartition, Long> heard;
    private @Nullable Map<TopicPartition, Long> counted;

    CatchUp(Generation generation) {
        this.generation = generation;
    }

    boolean done(Admin kafka) throws ExecutionException, InterruptedException {
        var id = generation.applicationId();
        if (heard == null) {
            heard = ends(kafka, Counting.TOPICS);
        }
        if (counted == null) {
            if (!reached(kafka, id, heard)) {
                return false;
            }
            counted = ends(
                    kafka, List.of(Counting.changelog(id, Counting.TOTALS), Counting.changelog(id, Counting.MINUTES)));
        }
        return reached(kafka, PipelineFactory.writer(id), counted);
    }

    private static boolean reached(Admin kafka, String group, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        var committed = kafka.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            var offset = committed.get(end.getKey());
            return offset != null && offset.offset() >= end.getValue();
        });
    }

    /** The ends of the partitions that have anything to read. */
    private static Map<TopicPartition, Long> ends(Admin kafka, List<String> topics)
            throws ExecutionException, InterruptedException {
        var first = new HashMap<TopicPartition, OffsetSpec>();
        var last = new HashMap<TopicPartition, OffsetSpec>();
        kafka.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description.partitions().forEach(partition -> {
                    first.put(new TopicPartition(topic, partition.partition()), OffsetSpec.earliest());
                    last.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
                }));
        var committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        var starts = kafka.listOffsets(first, committed).all().get();
        var ends = new HashMap<TopicPartition, Long>();
        kafka.listOffsets(last, committed).all().get().forEach((partition, end) -> {
            var start = starts.get(partition);
            if (start == null || end.offset() > start.offset()) {
                ends.put(partition, end.offset());
            }
        });
        return ends;
    }
}
