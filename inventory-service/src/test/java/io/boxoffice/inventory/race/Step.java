package io.boxoffice.inventory.race;

import io.boxoffice.inventory.race.SeatState.End;
import io.boxoffice.inventory.race.SeatState.Kind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an answered operation says of one seat: which states it may have met, and what it made of them. */
sealed interface Step {

    /** The seat afterwards; empty where such an answer to a seat in this state would be wrong. */
    Optional<SeatState> after(SeatState seat);

    private static Optional<SeatState> unless(boolean wrong, SeatState then) {
        return wrong ? Optional.empty() : Optional.of(then);
    }

    /** Held, perhaps in exchange for an older hold: only what is free, past its time, or the fan's own old one. */
    record Taken(UUID hold, @Nullable UUID replaced) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            boolean can = seat.kind() == Kind.FREE
                    || seat.kind() == Kind.LAPSED
                    || replaced != null && seat.is(Kind.HELD, replaced);
            return unless(!can, seat.held(hold));
        }
    }

    /** {@code seat-taken} with this seat in its list. */
    record Refused() implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            return unless(seat.kind() == Kind.FREE, seat);
        }
    }

    /** Given back by its fan, or exchanged for others; no harm where the hold had ended before. */
    record GivenBack(UUID hold) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            boolean its = seat.is(Kind.HELD, hold) || seat.is(Kind.LAPSED, hold);
            return unless(seat.ordered(hold), its ? seat.free() : seat);
        }
    }

    /** {@code hold-in-checkout}. */
    record Busy(UUID hold) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            return unless(!seat.ordered(hold), seat);
        }
    }

    /** The order has the hold, now or since before. */
    record Entered(UUID hold, UUID order) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            if (seat.is(Kind.HELD, hold)) {
                return unless(seat.ends().containsKey(order), seat.entered(order));
            }
            boolean has = seat.is(Kind.CHECKOUT, hold, order) || seat.is(Kind.SOLD, hold, order);
            return unless(!has, seat);
        }
    }

    /** {@code order-in-progress}: the hold is another order's. */
    record Others(UUID hold, UUID order) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            return unless(!seat.ordered(hold) || order.equals(seat.order()), seat);
        }
    }

    /** {@code hold-expired}: there is nothing left to buy. */
    record Gone(UUID hold) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            return unless(seat.alive(hold), seat);
        }
    }

    /** {@code checkout-ended}: this order gave the hold up before. */
    record Over(UUID order) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            var end = seat.ends().get(order);
            return unless(end == null || end == End.SOLD, seat);
        }
    }

    /** Bought, now or before. */
    record Bought(UUID hold, UUID order) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            if (seat.is(Kind.CHECKOUT, hold, order)) {
                return Optional.of(seat.sold().remembering(order, End.SOLD));
            }
            return unless(!seat.is(Kind.SOLD, hold, order), seat);
        }
    }

    /** {@code fence-lost} to a confirm; to an abandon only where the order's checkout never was. */
    record Fenced(UUID hold, UUID order, boolean confirming) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            var end = seat.ends().get(order);
            boolean owned = seat.is(Kind.CHECKOUT, hold, order) || end == End.SOLD || !confirming && end != null;
            return unless(owned, seat);
        }
    }

    /** An abandon that was answered: its own end, or the one that came before it. */
    record Ended(UUID hold, UUID order, End asked, End answered) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            var before = seat.ends().get(order);
            if (before != null) {
                return unless(before != answered, seat);
            }
            boolean ends = seat.is(Kind.CHECKOUT, hold, order) && asked == answered;
            var then = answered == End.RETURNED ? seat.held(hold) : seat.free();
            return unless(!ends, then.remembering(order, answered));
        }
    }

    /** The hold's time is over. */
    record Lapsed(UUID hold) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            return unless(!seat.is(Kind.HELD, hold), seat.lapsed());
        }
    }

    /** What a look at the hold showed. */
    record Shown(UUID hold, String status) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            boolean so = switch (status) {
                case "ACTIVE" -> seat.is(Kind.HELD, hold);
                case "CHECKOUT" -> seat.is(Kind.CHECKOUT, hold);
                case "PURCHASED" -> seat.is(Kind.SOLD, hold);
                default -> !seat.alive(hold);
            };
            return unless(!so, seat);
        }
    }

    /** The seat's own row, read when everybody was gone. */
    record Found(String status, @Nullable UUID holder) implements Step {
        @Override
        public Optional<SeatState> after(SeatState seat) {
            boolean so = switch (status) {
                case "AVAILABLE" -> seat.kind() == Kind.FREE || seat.kind() == Kind.LAPSED;
                case "PURCHASED" -> holder != null && seat.is(Kind.SOLD, holder);
                default -> holder != null && holder.equals(seat.hold()) && seat.kind() != Kind.SOLD;
            };
            return unless(!so, seat);
        }
    }
}
