package io.boxoffice.resale.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;

/** What we ask of payment. */
interface PurchaseCalls {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResaleOrder(
            UUID listingId,
            UUID eventId,
            UUID userId,
            @Nullable String email,
            String currency,
            String paymentMethod,
            BigDecimal expectedTotal,
            @Nullable String deviceId,
            @Nullable String address,
            @Nullable Instant accountCreatedAt,
            @Nullable String clearance) {

        /** Keeps the address out of logs. */
        @Override
        public String toString() {
            return "ResaleOrder[listingId=" + listingId + "]";
        }
    }

    @PostExchange("/internal/resale-orders")
    ResponseEntity<byte[]> place(@RequestHeader("Idempotency-Key") String key, @RequestBody ResaleOrder order);
}
