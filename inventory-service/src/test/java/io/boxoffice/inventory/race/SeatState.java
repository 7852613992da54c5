package io.boxoffice.inventory.race;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat of the sequential model: what it would be if everybody came one after another.
 *
 * @param kind where it is on its way
 * @param hold whose it is, null while it is free
 * @param order which order has the hold, null outside a checkout
 * @param ends the checkouts that ended, and how: what a repeat is told
 */
record SeatState(Kind kind, @Nullable UUID hold, @Nullable UUID order, Map<UUID, End> ends) {

    static final SeatState FREE = new SeatState(Kind.FREE, null, null, Map.of());

    /** LAPSED: the time of the hold is over, and nobody has taken the seat from it yet. */
    enum Kind {
        FREE,
        HELD,
        LAPSED,
        CHECKOUT,
        SOLD
    }

    /** How a checkout ended. */
    enum End {
        RETURNED,
        RELEASED,
        SOLD
    }

    boolean is(Kind kind, UUID hold) {
        return this.kind == kind && hold.equals(this.hold);
    }

    boolean is(Kind kind, UUID hold, UUID order) {
        return is(kind, hold) && order.equals(this.order);
    }

    /** The hold can still become a purchase, or is one. */
    boolean alive(UUID hold) {
        return hold.equals(this.hold) && kind != Kind.LAPSED;
    }

    /** An order has the hold, or bought it. */
    boolean ordered(UUID hold) {
        return is(Kind.CHECKOUT, hold) || is(Kind.SOLD, hold);
    }

    SeatState free() {
        return new SeatState(Kind.FREE, null, null, ends);
    }

    SeatState held(UUID by) {
        return new SeatState(Kind.HELD, by, null, ends);
    }

    SeatState lapsed() {
        return new SeatState(Kind.LAPSED, hold, null, ends);
    }

    SeatState entered(UUID by) {
        return new SeatState(Kind.CHECKOUT, hold, by, ends);
    }

    SeatState sold() {
        return new SeatState(Kind.SOLD, hold, order, ends);
    }

    SeatState remembering(UUID order, End end) {
        var more = new HashMap<>(ends);
        more.put(order, end);
        return new SeatState(kind, hold, this.order, Map.copyOf(more));
    }
}
