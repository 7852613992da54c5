package io.boxoffice.draw;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * An RFC 6962 tree that grows leaf by leaf and remembers only the roots of its complete subtrees, at most one for each bit of its
 * size (its compact range): the root of ten million leaves is known at once, from 24 hashes. Not for several threads.
 */
public final class MerkleFrontier {

    private final MessageDigest sha = Sha256.digest();
    private final byte[][] subtrees = new byte[Long.SIZE][];
    private long size;

    /** A tree without leaves. */
    public MerkleFrontier() {}

    /** Goes on where {@link #toBytes()} ended. */
    public MerkleFrontier(long size, byte[] frontier) {
        if (size < 0 || frontier.length != Long.bitCount(size) * Sha256.LENGTH) {
            throw new IllegalArgumentException("not the frontier of " + size + " leaves");
        }
        this.size = size;
        int from = 0;
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if (has(level)) {
                subtrees[level] = Arrays.copyOfRange(frontier, from, from += Sha256.LENGTH);
            }
        }
    }

    public void append(byte[] leaf) {
        byte[] node = leaf;
        int level = 0;
        while (has(level)) {
            node = MerkleTree.node(sha, subtrees[level], node);
            level++;
        }
        subtrees[level] = node;
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        byte[] root = null;
        for (int level = 0; level < Long.SIZE; level++) {
            if (has(level)) {
                root = root == null ? subtrees[level] : MerkleTree.node(sha, subtrees[level], root);
            }
        }
        return root == null ? sha.digest() : root.clone();
    }

    /** The roots of the complete subtrees, the largest first. */
    public byte[] toBytes() {
        var bytes = new byte[Long.bitCount(size) * Sha256.LENGTH];
        int to = 0;
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if (has(level)) {
                System.arraycopy(subtrees[level], 0, bytes, to, Sha256.LENGTH);
                to += Sha256.LENGTH;
            }
        }
        return bytes;
    }

    private boolean has(int level) {
        return (size >>> level & 1) == 1;
    }
}
