package io.boxoffice.waitingroom.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.waitingroom.Messages;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatMessagesWireTests {
    private static final UUID EVENT = UUID.fromString("0198f3a4-7c00-7000-8000-000000000001");

    @Test
    void weReadInventorysPurchases() {
        var message = Messages.read("SeatsPurchased", GoldenFiles.read("inventory-service", "seats-purchased"));

        assertThat(message.as(SeatsPurchased.class))
                .isEqualTo(new SeatsPurchased(
                        EVENT,
                        UUID.fromString("0198f3a4-7c00-7000-8000-000000000003"),
                        UUID.fromString("0198f3a4-7c00-7000-8000-000000000004")));
    }

    @ParameterizedTest
    @CsvSource({"SaleSoldOut,sale-sold-out", "SaleReopened,sale-reopened"})
    void weReadInventorysWordOnTheSale(String name, String file) {
        var message = Messages.read(name, GoldenFiles.read("inventory-service", file));

        assertThat(message.as(SaleState.class)).isEqualTo(new SaleState(EVENT, Instant.parse("2027-06-03T12:00:00Z")));
    }
}
