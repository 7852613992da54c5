package io.boxoffice.resale.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of {@code EventPublished} and {@code EventUpdated}, as heard or as fetched. */
record PublishedEvent(
        UUID eventId,
        long aggregateVersion,
        String name,
        String currency,
        Instant date,
        @Nullable Integer ticketLimit,
        @Nullable String status,
        @Nullable Fees fees,
        @Nullable ResalePolicy resalePolicy) {
    private static final int USUAL_LIMIT = 4;
    private static final BigDecimal FULL_PRICE = BigDecimal.valueOf(100);

    record Fees(
            @Nullable BigDecimal perTicketPercent, @Nullable BigDecimal perTicketFixed) {}

    record ResalePolicy(
            @Nullable Boolean enabled,
            @Nullable BigDecimal maxPricePercent,
            @Nullable String payout) {}

    /** {@code EventPostponed}: the new date, when one is known. */
    record Postponed(
            UUID eventId, long aggregateVersion, @Nullable Instant date) {}

    /** {@code EventCancelled}. */
    record Cancelled(UUID eventId, long aggregateVersion) {}

    EventPolicy policy() {
        return new EventPolicy(
                eventId,
                currency,
                date,
                "POSTPONED".equals(status),
                ticketLimit == null ? USUAL_LIMIT : ticketLimit,
                fees == null ? BigDecimal.ZERO : orElse(fees.perTicketPercent(), BigDecimal.ZERO),
                fees == null ? BigDecimal.ZERO : orElse(fees.perTicketFixed(), BigDecimal.ZERO),
                resalePolicy != null && Boolean.TRUE.equals(resalePolicy.enabled()),
                resalePolicy == null ? FULL_PRICE : orElse(resalePolicy.maxPricePercent(), FULL_PRICE),
                "CANCELLED".equals(status));
    }

    boolean paysAtOnce() {
        return resalePolicy != null && "IMMEDIATE".equals(resalePolicy.payout());
    }

    private static BigDecimal orElse(@Nullable BigDecimal given, BigDecimal otherwise) {
        return given == null ? otherwise : given;
    }
}
