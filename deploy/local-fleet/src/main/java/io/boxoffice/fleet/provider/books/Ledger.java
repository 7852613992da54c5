package io.boxoffice.fleet.provider.books;

import io.boxoffice.fleet.standalone.Position;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the journal's lines add up to. Lines are applied by one thread at a time; anybody may look. Answers and events
 * are kept as positions alone: their text stays on disk.
 */
final class Ledger {
    private final Map<String, Intent> intents = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, String> order = new ConcurrentSkipListMap<>();
    private final Map<String, Refund> refunds = new ConcurrentHashMap<>();
    private final Map<String, List<Refund>> refundsByIntent = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Refund> refundOrder = new ConcurrentSkipListMap<>();
    private final Map<String, Card> cards = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Unsent> unsent = new ConcurrentHashMap<>();

    record Answer(String fingerprint, long at, Position position) {}

    void apply(Entry entry, Position position) {
        if (entry.intent() != null) {
            intents.put(entry.intent().id(), entry.intent());
            order.put(entry.intent().number(), entry.intent().id());
        }
        if (entry.card() != null) {
            cards.put(entry.card().id(), entry.card());
        }
        if (entry.refund() != null) {
            apply(entry.refund());
        }
        if (entry.event() != null) {
            unsent.put(entry.event().id(), new Unsent(entry.event().id(), position));
        }
        if (entry.remembered() != null) {
            var key = entry.remembered();
            answers.put(key.key(), new Answer(key.fingerprint(), key.at(), position));
        }
        if (entry.settled() != null) {
            unsent.remove(entry.settled());
        }
    }

    private void apply(Refund refund) {
        refunds.put(refund.id(), refund);
        refundOrder.put(refund.number(), refund);
        refundsByIntent.merge(
                refund.paymentIntent(),
                List.of(refund),
                (newer, older) -> Stream.concat(older.stream(), newer.stream()).toList());
    }

    void forgetAnswersBefore(long time) {
        answers.values().removeIf(answer -> answer.at() < time);
    }

    long nextNumber() {
        return order.isEmpty() ? 1 : order.lastKey() + 1;
    }

    @Nullable
    Intent intent(String id) {
        return intents.get(id);
    }

    long nextRefundNumber() {
        return refundOrder.isEmpty() ? 1 : refundOrder.lastKey() + 1;
    }

    @Nullable
    Refund refund(String id) {
        return refunds.get(id);
    }

    /** Refunds of an intent, newest first. */
    List<Refund> refundsOf(String intent) {
        return refundsByIntent.getOrDefault(intent, List.of());
    }

    /** Refunds older than the given one, newest first. */
    List<Refund> refundsBefore(long number, int limit) {
        return refundOrder.headMap(number).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }

    @Nullable
    Card card(String id) {
        return cards.get(id);
    }

    @Nullable
    Answer answer(String key) {
        return answers.get(key);
    }

    List<Unsent> unsent() {
        return List.copyOf(unsent.values());
    }

    /** Intents older than the given one, newest first. */
    List<Intent> before(long number, int limit) {
        return order.headMap(number).descendingMap().values().stream()
                .limit(limit)
                .map(intents::get)
                .toList();
    }
}
