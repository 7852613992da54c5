package io.boxoffice.inventory.best;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** Single free seats, which nobody wants to buy. */
public final class Orphans {
    private Orphans() {}

    /** The seats that would be single once these are taken, and are not now; seats are indexes into the section's list. */
    public static Set<Integer> left(Layout.Section section, IntPredicate free, Set<Integer> taken) {
        IntPredicate freeAfter = seat -> free.test(seat) && !taken.contains(seat);
        Set<Integer> orphans = new HashSet<>();
        for (int seat : taken) {
            if (section.joined(seat)
                    && freeAfter.test(seat - 1)
                    && !(section.joined(seat - 1) && freeAfter.test(seat - 2))) {
                orphans.add(seat - 1);
            }
            if (section.joined(seat + 1)
                    && freeAfter.test(seat + 1)
                    && !(section.joined(seat + 2) && freeAfter.test(seat + 2))) {
                orphans.add(seat + 1);
            }
        }
        return orphans;
    }

    /** Whether any would be left beside neighbours from {@code from} to {@code to}, exclusive, once these are taken. */
    public static boolean leftBeside(Layout.Section section, IntPredicate free, int from, int to) {
        return isLeft(section, free, from - 1, from, -1) || isLeft(section, free, to, to, 1);
    }

    private static boolean isLeft(Layout.Section section, IntPredicate free, int seat, int border, int away) {
        if (!section.joined(border) || !free.test(seat)) {
            return false;
        }
        int next = seat + away;
        return !(section.joined(Math.max(seat, next)) && free.test(next));
    }
}
