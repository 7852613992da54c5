package io.boxoffice.resale.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.resale.fixture.Wire;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListingEventWireTests {
    private static final Instant AT = Instant.parse("2027-06-10T10:00:00Z");
    private static final UUID EVENT = Wire.id(1);
    private static final UUID SELLER = Wire.id(3);
    private static final UUID LISTING = Wire.id(10);

    static Stream<ListingEvent> told() {
        var price = new BigDecimal("150.00");
        var tickets = List.of(
                new ListingEvent.Ticket(Wire.id(7), Wire.id(6)), new ListingEvent.Ticket(Wire.id(9), Wire.id(8)));
        return Stream.of(
                new ListingEvent.TicketListed(EVENT, AT, LISTING, SELLER, price, "EUR", tickets),
                new ListingEvent.ListingCancelled(EVENT, AT, LISTING, SELLER, price, "EUR", tickets, "seller"),
                new ListingEvent.ListingSold(
                        EVENT, AT, LISTING, SELLER, Wire.id(4), Wire.id(11), price, "EUR", tickets));
    }

    @ParameterizedTest
    @MethodSource("told")
    void anEventReadsAsItsGoldenFile(ListingEvent event) {
        assertThat(Wire.written(event))
                .isEqualToIgnoringNewLines(
                        GoldenFiles.read("resale-service", Wire.file(event)).stripTrailing());
    }
}
