package io.boxoffice.fleet.provider.books;

import io.boxoffice.fleet.standalone.Journal;
import io.boxoffice.fleet.standalone.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider's books. Decisions are taken one at a time and journalled in that order; nothing is answered, not even a
 * look, before all that it rests on is on disk.
 */
public final class Books implements SmartLifecycle {
    private static final Duration ANSWERS_KEPT = Duration.ofHours(24);

    private final Ledger ledger = new Ledger();
    private final ReentrantLock deciding = new ReentrantLock();
    private final Journal journal;
    private final JsonMapper json;
    private final InstantSource clock;
    private volatile Consumer<Unsent> onEvent = event -> {};
    private volatile boolean running;

    Books(Path file, JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
        this.journal = new Journal(file);
    }

    /** Not before the context is complete: a process that only warms up must leave the files alone. */
    @Override
    public void start() {
        journal.open((position, line) -> ledger.apply(parse(line), position));
        ledger.forgetAnswersBefore(oldestAnswer());
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

    /** Runs a decision once per key, writes down what it changed and returns when that is durable. */
    public Recorded record(@Nullable RequestKey key, Supplier<Entry> decision) {
        deciding.lock();
        Position position;
        Entry entry = null;
        try {
            var earlier = key == null ? null : rememberedAnswer(key.key());
            if (key != null && earlier != null) {
                if (!earlier.fingerprint().equals(key.fingerprint())) {
                    return new Recorded.KeyReused();
                }
                position = earlier.position();
            } else {
                entry = decision.get().remembering(remembered(key));
                position = write(entry);
            }
        } catch (RuntimeException refusal) {
            // a refusal rests on what it saw
            journal.awaitDurable();
            throw refusal;
        } finally {
            deciding.unlock();
        }
        journal.awaitDurable(position.end());
        if (entry == null) {
            return new Recorded.Before(entryAt(position));
        }
        if (entry.event() != null) {
            onEvent.accept(new Unsent(entry.event().id(), position));
        }
        return new Recorded.Now(entry);
    }

    /** Notes that an event needs no further delivery. Losing this note in a crash costs a repetition, no more. */
    public void settle(String eventId) {
        deciding.lock();
        try {
            write(Entry.settled(eventId));
        } finally {
            deciding.unlock();
        }
    }

    /** From now on tells of every event as soon as it is durable; returns those still unsent. */
    public List<Unsent> subscribe(Consumer<Unsent> listener) {
        deciding.lock();
        try {
            onEvent = listener;
            return ledger.unsent();
        } finally {
            deciding.unlock();
        }
    }

    /** The line in which an event was recorded. */
    public Entry entryAt(Position position) {
        return parse(journal.read(position));
    }

    /** An intent by its id. */
    public Optional<Intent> intent(String id) {
        return durably(() -> Optional.ofNullable(ledger.intent(id)));
    }

    /** A card by its id or the name of a test card. */
    public Optional<Card> card(String id) {
        return durably(() -> Optional.ofNullable(ledger.card(id)).or(() -> TestCard.named(id)));
    }

    /** Intents older than the given number, newest first. */
    public List<Intent> intentsBefore(long number, int limit) {
        return durably(() -> ledger.before(number, limit));
    }

    /** A refund by its id. */
    public Optional<Refund> refund(String id) {
        return durably(() -> Optional.ofNullable(ledger.refund(id)));
    }

    /** Refunds of an intent, newest first. */
    public List<Refund> refundsOf(String intent) {
        return durably(() -> ledger.refundsOf(intent));
    }

    /** Refunds older than the given number, newest first. */
    public List<Refund> refundsBefore(long number, int limit) {
        return durably(() -> ledger.refundsBefore(number, limit));
    }

    /** What has gone back of an intent, in minor units. */
    public long refundedOf(String intent) {
        return refundsOf(intent).stream()
                .filter(Refund::isSucceeded)
                .mapToLong(Refund::amount)
                .sum();
    }

    /** The number that the next refund takes; to be asked within a decision. */
    public long nextRefundNumber() {
        return ledger.nextRefundNumber();
    }

    /** The number that the next intent takes; to be asked within a decision. */
    public long nextNumber() {
        return ledger.nextNumber();
    }

    /** Seconds since 1970, the provider's unit of time. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    private <T> T durably(Supplier<T> look) {
        var seen = look.get();
        journal.awaitDurable();
        return seen;
    }

    private Position write(Entry entry) {
        var position = journal.append(json.writeValueAsBytes(entry));
        ledger.apply(entry, position);
        return position;
    }

    private Ledger.@Nullable Answer rememberedAnswer(String key) {
        var answer = ledger.answer(key);
        return answer == null || answer.at() < oldestAnswer() ? null : answer;
    }

    private long oldestAnswer() {
        return now() - ANSWERS_KEPT.toSeconds();
    }

    private Entry.@Nullable Remembered remembered(@Nullable RequestKey key) {
        return key == null ? null : new Entry.Remembered(key.key(), key.fingerprint(), now());
    }

    private Entry parse(byte[] line) {
        return json.readValue(line, Entry.class);
    }
}
