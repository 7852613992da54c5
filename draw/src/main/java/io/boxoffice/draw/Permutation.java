package io.boxoffice.draw;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A keyed one-to-one mapping of [0, size) onto itself: a balanced Feistel network over the next power of four, applied again
 * while the result lies outside (cycle walking). The round function sees half the bits only, so all its values fit a small table
 * (8 × 4,096 for ten million fans) and a position costs a few look-ups. Immutable, safe for many threads.
 */
public final class Permutation {

    /** Join indexes are 32 bits; more would not fit the tables' chars. */
    public static final long MAX_SIZE = 1L << 32;

    private static final int ROUNDS = 8;

    private final long size;
    private final int halfBits;
    private final int mask;
    private final char[] f;

    public Permutation(byte[] key, long size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("no permutation of " + size);
        }
        this.size = size;
        halfBits = Math.max(1, (bits(size - 1) + 1) / 2);
        mask = (1 << halfBits) - 1;
        f = roundFunctions(key, halfBits);
    }

    public long size() {
        return size;
    }

    /** Where a join index stands in the order of the draw. */
    public long position(long joinIndex) {
        long value = Objects.checkIndex(joinIndex, size);
        do {
            value = forward(value);
        } while (value >= size);
        return value;
    }

    /** Who stands at a position of the draw. */
    public long joinIndex(long position) {
        long value = Objects.checkIndex(position, size);
        do {
            value = backward(value);
        } while (value >= size);
        return value;
    }

    private long forward(long value) {
        int left = (int) (value >>> halfBits);
        int right = (int) value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ f[round << halfBits | right];
            left = right;
            right = next;
        }
        return (long) left << halfBits | right;
    }

    private long backward(long value) {
        int left = (int) (value >>> halfBits);
        int right = (int) value & mask;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int previous = right ^ f[round << halfBits | left];
            right = left;
            left = previous;
        }
        return (long) left << halfBits | right;
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    private static char[] roundFunctions(byte[] key, int halfBits) {
        var sha = Sha256.digest();
        var input = ByteBuffer.allocate(key.length + 1 + Long.BYTES).put(0, key);
        var table = new char[ROUNDS << halfBits];
        for (int i = 0; i < table.length; i++) {
            input.put(key.length, (byte) (i >>> halfBits));
            input.putLong(key.length + 1, i & ((1 << halfBits) - 1));
            long firstBytes = ByteBuffer.wrap(sha.digest(input.array())).getLong();
            table[i] = (char) (firstBytes & ((1 << halfBits) - 1));
        }
        return table;
    }
}
