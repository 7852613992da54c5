package io.boxoffice.inventory.follow;

import java.util.List;

/**
 * What one look found new.
 *
 * @param from the version before
 * @param version the version with it
 * @param seats those with a new version, places of general admission as well
 */
public record Change(long from, long version, List<SeatAt> seats) {}
