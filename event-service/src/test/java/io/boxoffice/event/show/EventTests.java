package io.boxoffice.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.pricing.Fees;
import io.boxoffice.event.show.Progress.Course;
import io.boxoffice.event.show.Progress.Provisioning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTests {

    @ParameterizedTest
    @CsvSource({
        "RUNNING, false, ON,        2027-07-01T00:00:00Z, DRAFT",
        "FAILED,  false, ON,        2027-07-01T00:00:00Z, DRAFT",
        "DONE,    false, ON,        2027-06-03T09:59:59Z, PUBLISHED",
        "DONE,    false, ON,        2027-06-03T10:00:00Z, ON_SALE",
        "DONE,    true,  ON,        2027-06-03T10:00:00Z, SOLD_OUT",
        "DONE,    false, ON,        2027-08-15T18:59:59Z, ON_SALE",
        "DONE,    true,  ON,        2027-08-15T19:00:00Z, ENDED",
        "DONE,    false, POSTPONED, 2027-07-01T00:00:00Z, POSTPONED",
        "DONE,    false, POSTPONED, 2027-09-01T00:00:00Z, POSTPONED",
        "FAILED,  false, CANCELLED, 2027-07-01T00:00:00Z, CANCELLED",
        "DONE,    true,  CANCELLED, 2027-09-01T00:00:00Z, CANCELLED",
    })
    void itsStatusIsAFunctionOfWhatHappenedAndTheClock(
            Provisioning provisioning, boolean soldOut, Course course, Instant now, EventStatus status) {
        var progress = new Progress.Published(1, Instant.EPOCH, provisioning, 10, null, soldOut, course);

        assertThat(new Event(UUID.randomUUID(), UUID.randomUUID(), terms(), progress).status(now))
                .isEqualTo(status);
    }

    private static EventTerms terms() {
        var nought = BigDecimal.ZERO;
        return new EventTerms(
                "Summer Night",
                UUID.randomUUID(),
                Instant.parse("2027-08-15T19:00:00Z"),
                null,
                null,
                null,
                null,
                List.of(),
                "EUR",
                List.of(),
                new SaleDates(null, Instant.parse("2027-06-03T10:00:00Z")),
                4,
                new Fees(nought, nought, nought, nought, true),
                new WaitingRoom(WaitingRoom.Mode.FIFO, 0),
                false,
                new ResalePolicy(false, 100, ResalePolicy.Payout.AFTER_EVENT),
                true,
                true);
    }
}
