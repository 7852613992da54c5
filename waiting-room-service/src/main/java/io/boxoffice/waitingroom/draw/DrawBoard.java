package io.boxoffice.waitingroom.draw;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.draw.MerklePaths;
import io.boxoffice.draw.ParticipantLine;
import io.boxoffice.draw.Permutation;
import io.boxoffice.waitingroom.draw.DrawDocument.Proof;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Shows draws: looked up at most once a second however many ask, and the upper part of a held one's tree kept in memory. */
@Service
class DrawBoard {
    private static final HexFormat HEX = HexFormat.of();
    private static final Duration SHOWN_FOR = Duration.ofSeconds(1);
    private static final int AT_MOST = 1_000;
    private static final int TREES = 50;
    private static final int CHUNKS = 16;

    private final Draws draws;
    private final LeafStore store;
    private final LoadingCache<UUID, Lottery> board;
    private final LoadingCache<UUID, MerklePaths> trees;

    DrawBoard(Draws draws, LeafStore store) {
        this.draws = draws;
        this.store = store;
        this.board = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(SHOWN_FOR)
                .build(draws::lottery);
        this.trees = Caffeine.newBuilder().maximumSize(TREES).build(event -> new MerklePaths(store.subtrees(event)));
    }

    /** The draw of an event with a lobby. */
    Optional<Lottery> of(EventOnSale event) {
        return event.mode() == QueueMode.LOBBY ? Optional.of(board.get(event.eventId())) : Optional.empty();
    }

    /** Where one participant of a held draw stands. */
    Proof proof(Lottery held, Lottery.Closing closing, Lottery.Result result, long joinIndex) {
        int chunk = Math.toIntExact(joinIndex / LeafStore.PER_CHUNK);
        int at = (int) (joinIndex % LeafStore.PER_CHUNK);
        var leaves = LeafStore.split(store.chunk(held.event(), chunk));
        var path = new MerklePaths(leaves).of(at);
        path.addAll(trees.get(held.event()).of(chunk));
        return new Proof(
                joinIndex,
                HEX.formatHex(leaves.get(at)),
                draws.order(held.event(), result, closing).position(joinIndex),
                path.stream().map(HEX::formatHex).toList());
    }

    /** Writes all lines of a held draw, a few rows at a time. */
    void write(Lottery held, Lottery.Closing closing, Lottery.Result result, OutputStream out) throws IOException {
        if (closing.participants() == 0) {
            return;
        }
        var order = draws.order(held.event(), result, closing);
        var lines = new StringBuilder();
        long joinIndex = 0;
        for (int from = 0; joinIndex < closing.participants(); from += CHUNKS) {
            for (byte[] chunk : rows(held.event(), from)) {
                lines.setLength(0);
                joinIndex = append(lines, chunk, joinIndex, order);
                out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private List<byte[]> rows(UUID event, int from) {
        var rows = store.chunks(event, from, CHUNKS);
        if (rows.isEmpty()) {
            throw new IllegalStateException("leaves of " + event + " are missing from row " + from + " on");
        }
        return rows;
    }

    private static long append(StringBuilder lines, byte[] chunk, long first, Permutation order) {
        long joinIndex = first;
        for (int at = 0; at < chunk.length; at += LeafStore.LENGTH) {
            ParticipantLine.append(lines, joinIndex, chunk, at, order.position(joinIndex));
            joinIndex++;
        }
        return joinIndex;
    }
}
