package io.boxoffice.payment.event;

import io.boxoffice.payment.pricing.FeeTerms;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of {@code EventPublished}, as heard or as fetched. */
record PublishedEvent(
        UUID eventId,
        long aggregateVersion,
        @Nullable String name,
        String currency,
        @Nullable Fees fees,
        @Nullable WaitingRoom waitingRoom) {

    record Fees(
            @Nullable BigDecimal perTicketPercent,
            @Nullable BigDecimal perTicketFixed,
            @Nullable BigDecimal perOrder,
            @Nullable BigDecimal taxPercent,
            @Nullable Boolean taxIncluded) {}

    record WaitingRoom(@Nullable String mode) {}

    EventPolicy policy() {
        return new EventPolicy(
                eventId,
                currency,
                fees == null ? FeeTerms.NONE : terms(fees),
                waitingRoom != null && "OFF".equals(waitingRoom.mode()));
    }

    private static FeeTerms terms(Fees fees) {
        return new FeeTerms(
                orZero(fees.perTicketPercent()),
                orZero(fees.perTicketFixed()),
                orZero(fees.perOrder()),
                orZero(fees.taxPercent()),
                !Boolean.FALSE.equals(fees.taxIncluded()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal given) {
        return given == null ? BigDecimal.ZERO : given;
    }
}
