package io.boxoffice.draw;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Roots and audit paths of RFC 6962, over hashes of leaves. The roots of equally large, complete subtrees whose size is a power of
 * two (and of an incomplete last one) may stand in place of leaves: the tree over them is the upper part of the same tree.
 */
public final class MerkleTree {

    private static final byte NODE = 0x01;

    private MerkleTree() {}

    /** MTH(D[n]), section 2.1. */
    public static byte[] root(List<byte[]> leaves) {
        var frontier = new MerkleFrontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    /** PATH(m, D[n]), section 2.1.1: what is missing between one leaf and the root, from the leaf upwards. */
    public static List<byte[]> path(int index, List<byte[]> leaves) {
        return new MerklePaths(leaves).of(index);
    }

    /**
     * The root that a leaf and its path lead to.
     *
     * @throws IllegalArgumentException if no tree of this size has such a path
     */
    public static byte[] root(byte[] leaf, long index, long size, List<byte[]> path) {
        Objects.checkIndex(index, size);
        var rest = path.iterator();
        byte[] root = climb(leaf, index, size, rest, Sha256.digest());
        if (rest.hasNext()) {
            throw new IllegalArgumentException("the path is too long");
        }
        return root;
    }

    private static byte[] climb(byte[] leaf, long index, long size, Iterator<byte[]> path, MessageDigest sha) {
        if (size == 1) {
            return leaf;
        }
        long left = Long.highestOneBit(size - 1);
        byte[] below =
                index < left ? climb(leaf, index, left, path, sha) : climb(leaf, index - left, size - left, path, sha);
        if (!path.hasNext()) {
            throw new IllegalArgumentException("the path is too short");
        }
        return index < left ? node(sha, below, path.next()) : node(sha, path.next(), below);
    }

    static byte[] node(MessageDigest sha, byte[] left, byte[] right) {
        sha.update(NODE);
        sha.update(left);
        sha.update(right);
        return sha.digest();
    }
}
