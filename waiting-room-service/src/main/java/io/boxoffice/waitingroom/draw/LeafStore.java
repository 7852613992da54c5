package io.boxoffice.waitingroom.draw;

import io.boxoffice.draw.MerkleTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The leaves of each draw, {@value #PER_CHUNK} in a row: a power of two, so that a full row is a subtree of its own. */
@Repository
class LeafStore {
    static final int PER_CHUNK = 1024;
    static final int LENGTH = 32;

    private final JdbcClient jdbc;

    LeafStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends behind the first {@code from} leaves. */
    void append(UUID event, long from, List<byte[]> leaves) {
        for (int done = 0; done < leaves.size(); ) {
            long at = from + done;
            int fits = Math.min(PER_CHUNK - (int) (at % PER_CHUNK), leaves.size() - done);
            append(event, (int) (at / PER_CHUNK), joined(leaves.subList(done, done + fits)));
            done += fits;
            if ((from + done) % PER_CHUNK == 0) {
                complete(event, (int) (at / PER_CHUNK));
            }
        }
    }

    private void append(UUID event, int chunk, byte[] leaves) {
        jdbc.sql("""
                        INSERT INTO draw_leaves (event_id, chunk, leaves) VALUES (?, ?, ?)
                        ON CONFLICT (event_id, chunk) DO UPDATE SET leaves = draw_leaves.leaves || excluded.leaves""").params(event, chunk, leaves).update();
    }

    private void complete(UUID event, int chunk) {
        jdbc.sql("UPDATE draw_leaves SET subtree = ? WHERE event_id = ? AND chunk = ?")
                .params(MerkleTree.root(split(chunk(event, chunk))), event, chunk)
                .update();
    }

    byte[] chunk(UUID event, int chunk) {
        return jdbc.sql("SELECT leaves FROM draw_leaves WHERE event_id = ? AND chunk = ?")
                .params(event, chunk)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    /** Some rows, from this one on. */
    List<byte[]> chunks(UUID event, int from, int atMost) {
        return jdbc.sql("SELECT leaves FROM draw_leaves WHERE event_id = ? AND chunk >= ? ORDER BY chunk LIMIT ?")
                .params(event, from, atMost)
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    /** The roots over all rows; a last one that is not full as well. */
    List<byte[]> subtrees(UUID event) {
        return jdbc.sql("""
                        SELECT subtree, CASE WHEN subtree IS NULL THEN leaves END FROM draw_leaves
                        WHERE event_id = ? ORDER BY chunk""")
                .param(event)
                .query((row, _) -> {
                    byte[] subtree = row.getBytes(1);
                    return subtree == null ? MerkleTree.root(split(row.getBytes(2))) : subtree;
                })
                .list();
    }

    static List<byte[]> split(byte[] chunk) {
        var leaves = new ArrayList<byte[]>(chunk.length / LENGTH);
        for (int at = 0; at < chunk.length; at += LENGTH) {
            leaves.add(Arrays.copyOfRange(chunk, at, at + LENGTH));
        }
        return leaves;
    }

    private static byte[] joined(List<byte[]> leaves) {
        var all = new byte[leaves.size() * LENGTH];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i), 0, all, i * LENGTH, LENGTH);
        }
        return all;
    }
}
