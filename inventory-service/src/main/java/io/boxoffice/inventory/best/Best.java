package io.boxoffice.inventory.best;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The best groups seen so far; most of a stadium's are turned away without being made. */
final class Best {
    private final PriorityQueue<Group> worstFirst = new PriorityQueue<>(Group.BEST_FIRST.reversed());
    private final int most;

    Best(int most) {
        this.most = most;
    }

    /** Whether a group like this may be among the best. */
    boolean mayTake(int misfits, int rank, double distance) {
        var worst = worstFirst.peek();
        if (worst == null || worstFirst.size() < most) {
            return true;
        }
        if (misfits != worst.misfits()) {
            return misfits < worst.misfits();
        }
        return rank != worst.rank() ? rank < worst.rank() : distance <= worst.distance();
    }

    void add(Group group) {
        worstFirst.add(group);
        if (worstFirst.size() > most) {
            worstFirst.poll();
        }
    }

    List<Group> sorted() {
        var sorted = new ArrayList<>(worstFirst);
        sorted.sort(Group.BEST_FIRST);
        return sorted;
    }
}
