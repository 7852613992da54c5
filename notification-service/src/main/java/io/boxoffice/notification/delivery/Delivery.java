package io.boxoffice.notification.delivery;

import java.util.UUID;

/**
 * One message that is owed, in the hands of one worker.
 *
 * @param cause why it is owed, {@code <kind>:<id>}; never owed twice
 * @param attempts how many there have been, this one included
 * @param lease what proves that it is in these hands
 */
public record Delivery(String cause, UUID eventId, UUID orderId, int attempts, UUID lease) {}
