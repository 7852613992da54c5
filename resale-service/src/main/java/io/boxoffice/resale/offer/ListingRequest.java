package io.boxoffice.resale.offer;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.UniqueElements;

/** The body of a listing. */
record ListingRequest(
        @NotNull UUID eventId,

        @NotEmpty @Size(max = 100) @UniqueElements List<@NotNull UUID> ticketIds,

        @NotNull @Positive @Digits(integer = 8, fraction = 2)
        BigDecimal priceEach) {}
