package io.boxoffice.inventory.hold;

import java.util.List;

/** What a look at the shard says of a request. */
sealed interface Verdict {

    /** Nothing is written for it. */
    record Answered(HoldOutcome outcome) implements Verdict {}

    /** These seats can be placed. */
    record Placeable(Admitted.Fan fan, List<Chosen> seats) implements Verdict {}

    /** Places of a general admission are to be taken for it. */
    record PlacesWanted(Admitted.Fan fan, SeatChoice.Places choice) implements Verdict {}

    /** A seat for the guarded statement: as it was looked at. */
    record Chosen(HeldSeat seat, int version) {}
}
