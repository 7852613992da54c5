package io.boxoffice.waitingroom.estimate;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * What is known of each line, learnt from the notes that all instances share: whoever asks any of them is told nearly the same.
 * Whoever looks after the line has it looked at; those who ask are answered from memory.
 */
@Component
public class Outlooks {
    private static final long EVERY_MILLIS = 1_000;

    private final LuaScript look;
    private final WaitingRoomProperties properties;
    private final Clock clock;
    private final Map<UUID, Watched> lines = new ConcurrentHashMap<>();

    Outlooks(LuaScripts scripts, WaitingRoomProperties properties, Clock clock) {
        this.look = scripts.named("estimate/look");
        this.properties = properties;
        this.clock = clock;
    }

    private static final class Watched {
        private final ReentrantLock turn = new ReentrantLock();
        private WaitEstimator estimator = new WaitEstimator();
        private volatile long known;
        private volatile long lookedMillis;
        private volatile Outlook outlook = estimator.outlook();
    }

    /** What is known now; looks for what is new at most once a second. */
    public Outlook of(UUID event) {
        var watched = lines.computeIfAbsent(event, _ -> new Watched());
        // while nothing is known all wait for the first look; later they do with what is known while somebody looks
        if (isDue(watched) && (watched.known == 0 ? locked(watched.turn) : watched.turn.tryLock())) {
            try {
                if (isDue(watched)) {
                    learn(event, watched);
                }
            } finally {
                watched.turn.unlock();
            }
        }
        return watched.outlook;
    }

    /** What is known, without a look. */
    public Outlook known(UUID event) {
        return lines.computeIfAbsent(event, _ -> new Watched()).outlook;
    }

    private static boolean locked(ReentrantLock turn) {
        turn.lock();
        return true;
    }

    private boolean isDue(Watched watched) {
        return watched.known == 0 || clock.millis() - watched.lookedMillis >= EVERY_MILLIS;
    }

    private void learn(UUID event, Watched watched) {
        var admission = properties.admission();
        var seen = look.run(
                event,
                admission.mode(),
                admission.rate(),
                watched.known,
                admission.floor(),
                admission.ceiling(),
                properties.maxActive());
        if (seen.number(0) < watched.known) {
            // the line was lost, and with it what was noted
            watched.estimator = new WaitEstimator();
            watched.known = 0;
        } else {
            var notes = seen.list(1);
            for (int i = 0; i < notes.size(); i++) {
                take(watched.estimator, notes.word(i));
            }
            watched.known = seen.number(0);
        }
        watched.outlook = watched.estimator.outlook();
        watched.lookedMillis = clock.millis();
    }

    private static void take(WaitEstimator estimator, String note) {
        if (note.startsWith("R ")) {
            estimator.take(Notes.reading(note));
        } else {
            Notes.turn(note, estimator::learn);
        }
    }
}
