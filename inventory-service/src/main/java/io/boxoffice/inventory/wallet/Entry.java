package io.boxoffice.inventory.wallet;

import java.time.Instant;
import java.util.UUID;

/**
 * A ticket and who has it.
 *
 * @param since when it came to its holder
 * @param version of the ticket's row in its shard
 */
record Entry(HeldTicket ticket, UUID holder, Instant since, int version) {}
