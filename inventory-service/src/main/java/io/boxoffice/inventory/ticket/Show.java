package io.boxoffice.inventory.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's paper and codes must know of its event.
 *
 * @param timeZone the venue's, if the catalogue told it
 * @param paperTickets whether a static code lets in
 */
public record Show(String name, Instant date, @Nullable String timeZone, boolean paperTickets) {}
