package io.boxoffice.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A whole tree in memory, for whoever needs many audit paths of it. Pairing neighbours level by level, with a last one that has
 * none going up as it is, makes the very tree that RFC 6962 defines from above.
 */
public final class MerklePaths {

    private final List<List<byte[]>> levels = new ArrayList<>();

    public MerklePaths(List<byte[]> leaves) {
        var sha = Sha256.digest();
        levels.add(leaves);
        while (levels.getLast().size() > 1) {
            var below = levels.getLast();
            var level = new ArrayList<byte[]>(below.size() / 2 + 1);
            for (int i = 0; i + 1 < below.size(); i += 2) {
                level.add(MerkleTree.node(sha, below.get(i), below.get(i + 1)));
            }
            if (below.size() % 2 == 1) {
                level.add(below.getLast());
            }
            levels.add(level);
        }
    }

    /** What is missing between one leaf and the root, from the leaf upwards. */
    public List<byte[]> of(int index) {
        Objects.checkIndex(index, levels.getFirst().size());
        var path = new ArrayList<byte[]>();
        int at = index;
        for (var level : levels) {
            int neighbour = at ^ 1;
            if (neighbour < level.size()) {
                path.add(level.get(neighbour));
            }
            at /= 2;
        }
        return path;
    }
}
