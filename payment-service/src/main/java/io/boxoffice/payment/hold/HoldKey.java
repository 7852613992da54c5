package io.boxoffice.payment.hold;

import java.util.UUID;

/** Which hold, and for which order and fan. */
public record HoldKey(UUID eventId, UUID holdId, UUID orderId, UUID userId) {}
