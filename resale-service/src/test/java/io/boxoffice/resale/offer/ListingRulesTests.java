package io.boxoffice.resale.offer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.resale.event.EventPolicy;
import io.boxoffice.resale.ticket.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingRulesTests {
    private static final Instant DATE = Instant.parse("2027-08-15T19:00:00Z");
    private static final Instant BEFORE = DATE.minusSeconds(3600);
    private static final UUID SELLER = UUID.randomUUID();

    @Test
    void onlyEventsThatAllowItAreResoldAndOnlyBeforeTheyBegin() {
        assertThatCode(() -> ListingRules.requireResale(policy(true), BEFORE, 4))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ListingRules.requireResale(policy(false), BEFORE, 1))
                .hasMessageContaining("resale-not-allowed");
        assertThatThrownBy(() -> ListingRules.requireResale(policy(true), DATE, 1))
                .hasMessageContaining("event-over");
    }

    @Test
    void aListingHasNoMoreTicketsThanAFanMayBuy() {
        assertThatThrownBy(() -> ListingRules.requireResale(policy(true), BEFORE, 5))
                .hasMessageContaining("validation-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "VALID, NONE, ",
        "VALID, , ",
        "USED, NONE, ticket-not-listable",
        "REVOKED, NONE, ticket-not-listable",
        "VALID, LISTED, ticket-not-listable",
        "VALID, TRANSFER, ticket-not-listable",
        "VALID, RESALE_CHECKOUT, ticket-not-listable",
        "VALID, REFUND, ticket-not-listable",
    })
    void onlyValidTicketsThatNothingLocksAreListable(String status, String lock, String refusal) {
        var ticket = ticket("10.00", status, lock);
        if (refusal == null) {
            assertThatCode(() -> ListingRules.requireListable(ticket, SELLER)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> ListingRules.requireListable(ticket, SELLER))
                    .hasMessageContaining(refusal);
        }
        assertThatThrownBy(() -> ListingRules.requireListable(ticket, UUID.randomUUID()))
                .hasMessageContaining("not-found");
    }

    @Test
    void theCheapestTicketCapsThePriceOfAll() {
        var tickets = List.of(ticket("500.00", "VALID", "NONE"), ticket("100.00", "VALID", "NONE"));
        assertThatCode(() -> ListingRules.requireFairPrice(policy(true), tickets, new BigDecimal("111.50")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ListingRules.requireFairPrice(policy(true), tickets, new BigDecimal("111.51")))
                .hasMessageContaining("price-above-cap");
    }

    private static EventPolicy policy(boolean enabled) {
        return new EventPolicy(
                UUID.randomUUID(),
                "EUR",
                DATE,
                false,
                4,
                BigDecimal.TEN,
                new BigDecimal("1.50"),
                enabled,
                BigDecimal.valueOf(100),
                false);
    }

    private static Ticket ticket(String price, String status, String lock) {
        var id = UUID.randomUUID();
        return new Ticket(id, id, SELLER, id, "Floor", "A", "1", new BigDecimal(price), "EUR", status, 1, lock, null);
    }
}
