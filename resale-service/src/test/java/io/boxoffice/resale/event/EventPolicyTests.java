package io.boxoffice.resale.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPolicyTests {
    private static final Instant DATE = Instant.parse("2027-08-15T19:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "500.00, 10, 1.50, 100, 551.50",
        "500.00, 10, 1.50, 110, 606.65",
        "33.35, 10, 0, 100, 36.69",
        "33.34, 10, 0, 100, 36.67",
        "0.00, 10, 1.50, 100, 1.50",
        "100.00, 0, 0, 50, 50.00",
        "99.99, 0, 0, 33, 33.00",
    })
    void theCapIsAShareOfWhatWasPaidForTheTicketWithItsFees(
            BigDecimal face, BigDecimal percent, BigDecimal fixed, BigDecimal most, BigDecimal cap) {
        var policy = new EventPolicy(UUID.randomUUID(), "EUR", DATE, false, 4, percent, fixed, true, most, false);
        assertThat(policy.cap(face)).isEqualTo(cap);
    }

    @Test
    void anEventIsOverWhenItBeginsOrIsCancelledButNotWhileItsDateIsOpen() {
        assertThat(event(false, false).isOver(DATE.minusSeconds(1))).isFalse();
        assertThat(event(false, false).isOver(DATE)).isTrue();
        assertThat(event(true, false).isOver(DATE.plusSeconds(1))).isFalse();
        assertThat(event(true, true).isOver(DATE.minusSeconds(1))).isTrue();
    }

    private static EventPolicy event(boolean dateOpen, boolean cancelled) {
        var zero = BigDecimal.ZERO;
        return new EventPolicy(
                UUID.randomUUID(), "EUR", DATE, dateOpen, 4, zero, zero, true, BigDecimal.valueOf(100), cancelled);
    }
}
