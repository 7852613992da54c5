package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Writes down how far lines have come, and notices when Redis knows less than what is written. */
@Component
class MarkKeeper {
    private final LineRepository repository;
    private final Lines lines;
    private final Watchlist watchlist;
    private final LuaScript marks;
    private final Map<UUID, Mark> kept = new ConcurrentHashMap<>();
    private final Map<UUID, List<Object>> keptPieces = new ConcurrentHashMap<>();

    MarkKeeper(LineRepository repository, Lines lines, Watchlist watchlist, LuaScripts scripts) {
        this.repository = repository;
        this.lines = lines;
        this.watchlist = watchlist;
        this.marks = scripts.named("lines/marks");
    }

    /** Looks after every line whose event is not over, also when Redis and all instances have forgotten them. */
    void remember() {
        watchlist.lookAfter(repository.open());
        kept.keySet().retainAll(watchlist.all());
    }

    /** One line: what is new is written down; what is gone is brought back. */
    void keep(UUID event) {
        // before Redis is looked at: otherwise what comes between would look like a loss
        var before = kept.computeIfAbsent(event, id -> repository.known(id).mark());
        var acknowledged = keptPieces.getOrDefault(event, List.of());
        var seen = marks.run(event, acknowledged.toArray());
        keptPieces.remove(event);
        if (seen.word(0).equals("NO_LINE") || Mark.of(seen).isBehind(before)) {
            lines.begin(event);
            kept.remove(event);
            return;
        }
        var now = Mark.of(seen);
        if (!now.equals(before)) {
            repository.keep(event, now);
            kept.put(event, now);
        }
        keepPieces(event, Mark.pieces(seen));
    }

    private void keepPieces(UUID event, Map<Integer, byte[]> pieces) {
        var written = new ArrayList<Object>();
        pieces.forEach((piece, used) -> {
            repository.keepPiece(event, piece, used);
            written.add(piece);
            written.add(IntStream.range(0, used.length)
                    .map(i -> Integer.bitCount(used[i] & 0xFF))
                    .sum());
        });
        if (!written.isEmpty()) {
            keptPieces.put(event, written);
        }
    }
}
