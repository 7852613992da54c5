package io.boxoffice.resale.purchase;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What payment answers, for the API description; we pass its bytes on unread. */
@Schema(name = "ResaleOrder")
record PurchaseAnswer(
        UUID orderId,
        UUID eventId,
        UUID holdId,
        String status,
        BigDecimal totalAmount,
        String currency,
        List<Item> items,
        List<Fee> fees,
        BigDecimal tax,
        Instant createdAt) {

    @Schema(name = "ResaleOrderItem")
    record Item(UUID seatId, String section, String row, String seatNumber, BigDecimal price, String status) {}

    @Schema(name = "ResaleOrderFee")
    record Fee(String name, BigDecimal amount) {}
}
