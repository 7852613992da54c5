package io.boxoffice.waitingroom.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The keys of one purpose in memory: of those whose time has come the newest signs, all verify. A key id that is not known may be
 * one that another instance made, so the database is asked, at most once a second however many ids are made up. While the
 * database is away the keys stay as they are.
 */
final class KeyRing<K extends KeyRing.Named> {
    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(1);

    /** A key with the id by which tokens refer to it. */
    interface Named {
        String id();
    }

    private record Generation<K>(K key, Instant signsFrom) {}

    private final KeyStore store;
    private final KeyPurpose purpose;
    private final Function<String, K> read;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile List<Generation<K>> generations;
    private volatile Instant asked;

    KeyRing(KeyStore store, KeyPurpose purpose, Function<String, K> read, Clock clock) {
        this.store = store;
        this.purpose = purpose;
        this.read = read;
        this.clock = clock;
        this.asked = clock.instant();
        this.generations = load();
    }

    /** The key that signs now; where none had its time yet, the one whose time comes first. */
    K signing() {
        var now = clock.instant();
        var all = generations;
        return all.stream()
                .filter(generation -> !generation.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(all::getLast)
                .key();
    }

    Optional<K> find(String id) {
        var known = known(id);
        if (known.isPresent()) {
            return known;
        }
        askAgain();
        return known(id);
    }

    List<K> all() {
        return generations.stream().map(Generation::key).toList();
    }

    /** Makes and retires what is due, and takes over what others did. */
    void turn() {
        store.turn(purpose);
        generations = load();
    }

    private void askAgain() {
        asking.lock();
        try {
            var now = clock.instant();
            if (asked.plus(ASKED_AT_MOST_EVERY).isBefore(now)) {
                asked = now;
                generations = load();
            }
        } catch (DataAccessException e) {
            log.atWarn().addKeyValue("purpose", purpose.name()).setCause(e).log("keys not read");
        } finally {
            asking.unlock();
        }
    }

    private Optional<K> known(String id) {
        return generations.stream()
                .map(Generation::key)
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    private List<Generation<K>> load() {
        return store.load(purpose).stream()
                .map(stored -> new Generation<>(read.apply(stored.material()), stored.signsFrom()))
                .toList();
    }
}
