package io.boxoffice.fleet.mail;

import io.boxoffice.fleet.standalone.Disk;
import io.boxoffice.fleet.standalone.Journal;
import io.boxoffice.fleet.standalone.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * All mail, newest first: bodies as files, one line each in a journal, and a small index in memory. A message is there
 * once its line is durable, and only then does SMTP hear 250.
 */
final class Mailbox implements SmartLifecycle {
    private final ConcurrentNavigableMap<Long, IndexEntry> index = new ConcurrentSkipListMap<>();
    private final AtomicLong lastKey = new AtomicLong();
    private final Path bodies;
    private final Journal journal;
    private final JsonMapper json;
    private final InstantSource clock;
    private volatile boolean running;

    Mailbox(Path folder, JsonMapper json, InstantSource clock) {
        this.bodies = folder.resolve("messages");
        this.json = json;
        this.clock = clock;
        this.journal = new Journal(folder.resolve("mailbox.journal"));
    }

    /** Not before the context is complete: a process that only warms up must leave the files alone. */
    @Override
    public void start() {
        try {
            Files.createDirectories(bodies);
            journal.open(this::replay);
            deleteOrphans();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        journal.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything that lets callers in. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Keeps a message for good, or throws. */
    void accept(byte[] raw, List<String> recipients) throws IOException {
        long key = nextKey();
        var id = IndexEntry.idOf(key);
        var received = new ReceivedMail(id, clock.instant(), raw, recipients);
        Disk.writeDurably(bodyOf(id), raw);
        var position = write(IndexLine.arrived(received.summary(), received.searchText()));
        journal.awaitDurable(position.end());
        index.put(key, IndexEntry.of(received.summary(), position));
    }

    int size() {
        return index.size();
    }

    int unread() {
        return (int) index.values().stream().filter(entry -> !entry.read()).count();
    }

    Stream<IndexEntry> newestFirst() {
        return index.descendingMap().values().stream();
    }

    Optional<IndexEntry> find(String id) {
        return id.equals("latest") ? newestFirst().findFirst() : Optional.ofNullable(index.get(IndexEntry.keyOf(id)));
    }

    IndexLine line(IndexEntry entry) {
        return json.readValue(journal.read(entry.position()), IndexLine.class);
    }

    byte[] body(String id) throws IOException {
        return Files.readAllBytes(bodyOf(id));
    }

    void markRead(IndexEntry entry) {
        if (!entry.read() && index.replace(entry.key(), entry, entry.asRead())) {
            write(IndexLine.read(entry.id()));
        }
    }

    void delete(List<String> ids) throws IOException {
        var present = ids.stream().filter(id -> find(id).isPresent()).toList();
        if (present.isEmpty()) {
            return;
        }
        journal.awaitDurable(write(IndexLine.deleted(present)).end());
        for (var id : present) {
            index.remove(IndexEntry.keyOf(id));
            Files.deleteIfExists(bodyOf(id));
        }
    }

    void deleteAll() throws IOException {
        delete(index.values().stream().map(IndexEntry::id).toList());
    }

    private void replay(Position position, byte[] line) {
        var entry = json.readValue(line, IndexLine.class);
        if (entry.message() != null) {
            var message = IndexEntry.of(entry.message(), position);
            index.put(message.key(), message);
            lastKey.accumulateAndGet(message.key(), Math::max);
        }
        if (entry.deleted() != null) {
            entry.deleted().forEach(id -> index.remove(IndexEntry.keyOf(id)));
        }
        if (entry.read() != null) {
            entry.read().forEach(id -> index.computeIfPresent(IndexEntry.keyOf(id), (key, old) -> old.asRead()));
        }
    }

    /** Bodies without a line: never acknowledged, or deleted just before a crash. */
    private void deleteOrphans() throws IOException {
        try (var files = Files.list(bodies)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var id = file.getFileName().toString().replace(".eml", "");
                if (!index.containsKey(IndexEntry.keyOf(id))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Position write(IndexLine line) {
        return journal.append(json.writeValueAsBytes(line));
    }

    /** Microseconds since 1970, made strictly increasing: the order of arrival, also when the clock is set back. */
    private long nextKey() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return lastKey.updateAndGet(last -> Math.max(last + 1, now));
    }

    private Path bodyOf(String id) {
        return bodies.resolve(id + ".eml");
    }
}
