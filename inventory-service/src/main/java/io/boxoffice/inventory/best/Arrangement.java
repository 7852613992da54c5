package io.boxoffice.inventory.best;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns a wish into groups: together in one row if that can be, then apart as far as the wish allows. */
final class Arrangement {
    private static final int PAIR = 2;

    private final List<FreeSeats> sections;
    private final UnaryOperator<List<Group>> choice;

    /** @param choice narrows the best first groups, best first, down to those that may be taken */
    Arrangement(List<FreeSeats> sections, UnaryOperator<List<Group>> choice) {
        this.sections = sections;
        this.choice = choice;
    }

    /** The groups, or none if the wish cannot be met. */
    List<Group> of(Wish wish, int width) {
        var together = first(wish.quantity(), wish.accessible(), width);
        if (!together.isEmpty()) {
            return together;
        }
        if (wish.accessible() > 0) {
            return apart(besideEach(wish), true);
        }
        return wish.adjacent() || wish.quantity() == 1 ? List.of() : apart(pairs(wish.quantity()), false);
    }

    private List<Group> first(int size, int accessible, int width) {
        var best = new Search(sections).groups(new Search.Sought(size, accessible, null), width);
        return best.isEmpty() ? List.of() : choice.apply(best);
    }

    /** Each wheelchair with its share of the others. */
    private static List<Integer> besideEach(Wish wish) {
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < wish.accessible(); i++) {
            sizes.add(wish.quantity() / wish.accessible() + (i < wish.quantity() % wish.accessible() ? 1 : 0));
        }
        return sizes;
    }

    private static List<Integer> pairs(int quantity) {
        var sizes = new ArrayList<Integer>();
        for (int left = quantity; left > 0; left -= PAIR) {
            sizes.add(Math.min(left, PAIR));
        }
        return sizes;
    }

    /** Group by group, each near the first; where no pair is left, single seats. */
    private List<Group> apart(List<Integer> sizes, boolean accessible) {
        var chosen = new ArrayList<Group>();
        for (int size : sizes) {
            var found = next(size, accessible, chosen);
            if (found.isEmpty() && size == PAIR && !accessible) {
                found = next(1, false, chosen);
                var second = found.isEmpty() ? found : next(1, false, chosen);
                found = second;
            }
            if (found.isEmpty()) {
                return List.of();
            }
        }
        return chosen;
    }

    private List<Group> next(int size, boolean accessible, List<Group> chosen) {
        var near = Search.Near.to(chosen.isEmpty() ? null : chosen.getFirst());
        var found = new Search(sections).groups(new Search.Sought(size, accessible ? 1 : 0, near), 1);
        found.forEach(group -> {
            group.in().take(group.from(), group.to());
            chosen.add(group);
        });
        return found;
    }
}
