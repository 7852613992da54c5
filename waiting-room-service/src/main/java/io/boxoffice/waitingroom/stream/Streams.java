package io.boxoffice.waitingroom.stream;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.queue.EntryAnswer;
import io.boxoffice.waitingroom.queue.EntryWatch;
import io.boxoffice.waitingroom.queue.QueueProblems;
import io.boxoffice.waitingroom.token.QueueToken;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The open streams of this instance. */
@Component
class Streams {
    private static final int BATCH = 100;

    private final EntryWatch watch;
    private final Semaphore free;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();

    Streams(EntryWatch watch, StreamProperties properties, MeterRegistry metrics) {
        this.watch = watch;
        this.free = new Semaphore(properties.max());
        metrics.gaugeCollectionSize("boxoffice.queue.streams", List.of(), open);
    }

    /**
     * Opens a stream; it has to be closed.
     *
     * @throws ProblemException 503 {@code streams-full}, 401 {@code queue-token-invalid} for an entry that the line does not have
     */
    OpenStream open(EventOnSale event, QueueToken entry) {
        var first = watch.look(event, List.of(entry)).getFirst().orElseThrow(QueueProblems::tokenInvalid);
        if (!free.tryAcquire()) {
            throw full(first);
        }
        var stream = new OpenStream(event, entry, first);
        open.add(stream);
        return stream;
    }

    void close(OpenStream stream) {
        if (open.remove(stream)) {
            free.release();
        }
    }

    private static ProblemException full(EntryAnswer entry) {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "streams-full",
                        "Poll instead, as poll_after_seconds says; your place is kept.")
                .retryAfter(Duration.ofSeconds(entry.pollAfterSeconds()));
    }

    /** Looks once at all entries, in few calls however many there are. */
    void look() {
        Map<UUID, List<OpenStream>> byEvent = open.stream()
                .collect(Collectors.groupingBy(stream -> stream.event().eventId()));
        for (var streams : byEvent.values()) {
            for (int from = 0; from < streams.size(); from += BATCH) {
                look(streams.subList(from, Math.min(from + BATCH, streams.size())));
            }
        }
    }

    private void look(List<OpenStream> streams) {
        var entries = streams.stream().map(OpenStream::entry).toList();
        var seen = watch.look(streams.getFirst().event(), entries);
        for (int i = 0; i < streams.size(); i++) {
            var stream = streams.get(i);
            seen.get(i).ifPresentOrElse(stream::show, stream::end);
        }
    }

    /** The instance stops: clients come back to another one. */
    void endAll() {
        open.forEach(OpenStream::end);
    }
}
