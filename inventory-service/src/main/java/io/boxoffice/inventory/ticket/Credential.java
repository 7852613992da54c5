package io.boxoffice.inventory.ticket;

import java.time.Instant;

/**
 * What a fan shows at the gate now.
 *
 * @param validUntil when the gate begins to refuse it
 * @param refreshAfterSeconds when a newer one can be had
 */
record Credential(String code, TicketCode.Mode mode, Instant validUntil, long refreshAfterSeconds) {}
