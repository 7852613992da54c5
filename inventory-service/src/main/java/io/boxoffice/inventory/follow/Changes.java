package io.boxoffice.inventory.follow;

import java.time.Instant;
import java.util.List;

/** What the shard says has changed, as it is now; some of it may be known already. */
record Changes(Mark mark, Instant asOf, List<Seat> seats) {

    record Seat(String section, int position, int version, char letter) {}
}
