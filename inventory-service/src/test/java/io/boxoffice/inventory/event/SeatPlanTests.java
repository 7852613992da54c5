package io.boxoffice.inventory.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatPlanTests {
    private static final UUID EVENT = UUID.fromString("0198f3a4-7c00-7000-8000-000000000001");

    @Test
    void everySeatHasItsPlaceFlagsAndAnIdThatIsAlwaysTheSame() throws Exception {
        var plan = SeatPlan.of(event(row("A", 1, 3, List.of(1), List.of(2), List.of(3))));
        assertThat(plan.seats()).extracting(SeatPlan.Seat::flags).containsExactly(1, 2, 4);
        assertThat(plan.seats()).extracting(SeatPlan.Seat::x).containsExactly(-20.0, -18.5, -17.0);
        assertThat(plan.seats()).extracting(SeatPlan.Seat::position).containsExactly(0, 1, 2);
        assertThat(plan.seats().getFirst().price()).isEqualTo(new BigDecimal("500.00"));
        assertThat(plan.seats().getFirst().seatId().version()).isEqualTo(5);
        assertThat(SeatPlan.of(event(row("A", 1, 3, List.of(1), List.of(2), List.of(3)))))
                .isEqualTo(plan);
    }

    @Test
    void rowsMayNotRepeatASeat() {
        assertThatThrownBy(() -> SeatPlan.of(event(row("A", 1, 3, null, null, null), row("A", 3, 4, null, null, null))))
                .hasMessage("a seat of row A appears twice");
    }

    @Test
    void aRowMustNotEndBeforeItStarts() {
        assertThatThrownBy(() -> SeatPlan.of(event(row("A", 3, 1, null, null, null))))
                .hasMessage("row A ends before it starts");
    }

    @Test
    void aPlanHasABound() {
        assertThatThrownBy(() -> SeatPlan.of(event(row("A", 1, Integer.MAX_VALUE, null, null, null))))
                .hasMessage("more than 250000 seats");
    }

    @Test
    void aGeneralAdmissionHasPlacesOfOneRow() throws Exception {
        var plan = SeatPlan.of(event(new EventPublished.Section("Floor", "GA", "B", null, 3, null)));
        assertThat(plan.seats()).extracting(SeatPlan.Seat::row).containsOnly("GA");
        assertThat(plan.seats()).extracting(SeatPlan.Seat::number).containsExactly(1, 2, 3);
        assertThat(plan.seats()).extracting(SeatPlan.Seat::position).containsExactly(0, 1, 2);
        assertThat(plan.seats().stream().map(SeatPlan.Seat::seatId).distinct()).hasSize(3);
        assertThat(plan.sections().getFirst().capacity()).isEqualTo(3);
    }

    @Test
    void aGeneralAdmissionNeedsACapacityWithinTheBound() {
        assertThatThrownBy(() -> SeatPlan.of(event(new EventPublished.Section("Floor", "GA", "B", null, null, null))))
                .hasMessage("section Floor has no capacity");
        assertThatThrownBy(() -> SeatPlan.of(
                        event(new EventPublished.Section("Floor", "GA", "B", null, Integer.MAX_VALUE, null))))
                .hasMessage("more than 250000 seats");
        assertThatThrownBy(
                        () -> SeatPlan.of(event(new EventPublished.Section("Floor", "STANDING", "B", null, 3, null))))
                .hasMessage("section Floor: there is no kind STANDING");
    }

    private static EventPublished.Row row(
            String name,
            int from,
            int to,
            List<Integer> accessible,
            List<Integer> companion,
            List<Integer> restricted) {
        return new EventPublished.Row(
                name,
                from,
                to,
                new EventPublished.Point(-20, 5),
                new EventPublished.Point(1.5, 0),
                accessible,
                companion,
                restricted);
    }

    private static EventPublished event(EventPublished.Row... rows) {
        return event(new EventPublished.Section("Floor", "SEATED", "A", null, null, List.of(rows)));
    }

    private static EventPublished event(EventPublished.Section section) {
        return new EventPublished(
                EVENT,
                1,
                null,
                "Summer Night",
                Instant.parse("2027-08-15T19:00:00Z"),
                null,
                "EUR",
                4,
                false,
                new EventPublished.SaleDates(null, Instant.parse("2027-06-03T10:00:00Z")),
                List.of(new EventPublished.Price("Floor", new BigDecimal("500"))),
                new EventPublished.WaitingRoom("FIFO"),
                null,
                null,
                List.of(section));
    }
}
