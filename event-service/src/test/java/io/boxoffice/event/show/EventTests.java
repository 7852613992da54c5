package io.boxoffice.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.pricing.Fees;
import io.boxoffice.event.show.Progress.Course;
import io.boxoffice.event.show.Progress.Provisioning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTests {
    private static final Instant PRESALE = Instant.parse("2027-06-01T10:00:00Z");

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
        assertThat(event(null, "FIFO", 0, provisioning, soldOut, course).status(now))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 2027-06-01T09:59:59Z, PUBLISHED",
        "false, 2027-06-01T10:00:00Z, PRESALE",
        "true,  2027-06-02T10:00:00Z, SOLD_OUT",
        "false, 2027-06-03T09:59:59Z, PRESALE",
        "false, 2027-06-03T10:00:00Z, ON_SALE"
    })
    void aPresaleComesFirst(boolean soldOut, Instant now, EventStatus status) {
        assertThat(event(PRESALE, "FIFO", 0, Provisioning.DONE, soldOut, Course.ON)
                        .status(now))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "                    , FIFO,  0,    2027-06-03T10:00:00Z",
        "                    , LOBBY, 30,   2027-06-03T09:30:00Z",
        "2027-06-01T10:00:00Z, LOBBY, 30,   2027-06-01T10:00:00Z",
        "2027-06-03T09:00:00Z, LOBBY, 1440, 2027-06-02T10:00:00Z"
    })
    void theFirstFansComeToThePresaleOrTheLobby(@Nullable Instant presale, String mode, int minutes, Instant first) {
        assertThat(event(presale, mode, minutes, Provisioning.DONE, false, Course.ON)
                        .terms()
                        .firstOpening())
                .isEqualTo(first);
    }

    private static Event event(
            @Nullable Instant presale,
            String mode,
            int minutes,
            Provisioning provisioning,
            boolean soldOut,
            Course course) {
        var progress = new Progress.Published(1, Instant.EPOCH, provisioning, 10, null, soldOut, course);
        var room = new WaitingRoom(WaitingRoom.Mode.valueOf(mode), minutes);
        return new Event(UUID.randomUUID(), UUID.randomUUID(), terms(presale, room), progress);
    }

    private static EventTerms terms(@Nullable Instant presale, WaitingRoom room) {
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
                new SaleDates(presale, Instant.parse("2027-06-03T10:00:00Z")),
                4,
                new Fees(nought, nought, nought, nought, true),
                room,
                false,
                new ResalePolicy(false, 100, ResalePolicy.Payout.AFTER_EVENT),
                true,
                true);
    }
}
