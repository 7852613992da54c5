package io.boxoffice.inventory.hold;

import java.util.List;
import java.util.function.Supplier;

/**
 * Which seats an attempt is for.
 *
 * @param quantity how many
 * @param seats reads them inside the attempt's transaction, or throws {@link HoldAttempt.Refused} or {@link HoldAttempt.Missed}
 */
record SeatChoice(int quantity, Supplier<List<HoldPlacement.Seat>> seats) {}
