package io.boxoffice.inventory.combine;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Requests that are served together. Each is answered, fails, or is blocked and served by a later group. */
public final class Group<R, A> {
    private final Combiner<R, A> combiner;
    private final List<Ask<R, A>> asks;

    Group(Combiner<R, A> combiner, List<Ask<R, A>> asks) {
        this.combiner = combiner;
        this.asks = asks;
    }

    /** Those that are still to be answered by this group. */
    public List<Ask<R, A>> open() {
        return asks.stream().filter(this::isOpen).toList();
    }

    /** Whether this group is still to answer it. */
    public boolean isOpen(Ask<R, A> ask) {
        return ask.group == this && !ask.isAnswered();
    }

    List<Ask<R, A>> all() {
        return asks;
    }

    /**
     * Claims for each of the requests, until this group is over, everything it touches. One that touches something claimed by
     * another, of this group or of one under way, is blocked: it comes again in a later group.
     *
     * @return those that are not blocked
     */
    public List<Ask<R, A>> claim(List<Ask<R, A>> wanting, Function<R, ? extends Collection<?>> touches) {
        return combiner.claim(wanting, touches);
    }
}
