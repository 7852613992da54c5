package io.boxoffice.e2e.bench.estimate;

/** Who of a numbered crowd is there: how many below a number, and who is the k-th. */
final class Fenwick {
    private final int[] tree;
    private final int top;

    Fenwick(int size) {
        tree = new int[size + 1];
        top = Integer.highestOneBit(size);
    }

    void add(int index, int delta) {
        for (int i = index + 1; i < tree.length; i += i & -i) {
            tree[i] += delta;
        }
    }

    int below(int index) {
        int sum = 0;
        for (int i = index; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    /** The number of the one with so many below. */
    int select(int k) {
        int at = 0;
        int left = k;
        for (int step = top; step > 0; step >>= 1) {
            if (at + step < tree.length && tree[at + step] <= left) {
                at += step;
                left -= tree[at];
            }
        }
        return at;
    }
}
