package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class HoldRaceIT {
    private static final int FANS = 120;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Sweeps sweeps;

    /** In rows of one seat each, so that no choice leaves a single seat behind. */
    private static List<UUID> two(Shows.Show show, Random random) {
        int first = random.nextInt(show.seats().size());
        int second = (first + 1 + random.nextInt(show.seats().size() - 1))
                % show.seats().size();
        return List.of(show.seats().get(first), show.seats().get(second));
    }

    @Test
    void neverTwoHoldersForOneSeat() {
        var show = shows.onSale(10, 1);
        var answers = Rush.of(FANS, n -> api.hold(UUID.randomUUID(), show.id(), two(show, new Random(n))));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Api.Answer::code)
                .containsOnly("seat-taken");
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSizeBetween(4, 5);
        History.check(show);
    }

    @Test
    void oneSeatAskedForByAllGoesToOne() {
        var show = shows.onSale(1, 1);
        var answers = Rush.of(FANS, _ -> api.hold(UUID.randomUUID(), show.id(), show.seats()));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        History.check(show);
    }

    @Test
    void acrossAnExpiryTheSeatsPassOnOnce() {
        var show = shows.onSale(10, 1);
        for (int i = 0; i < 10; i += 2) {
            api.hold(UUID.randomUUID(), show.id(), show.seats().subList(i, i + 2));
        }
        show.behind()
                .sql("UPDATE holds SET expires_at = clock_timestamp() + interval '150 milliseconds' WHERE event_id = ?")
                .param(show.id())
                .update();
        var answers = Rush.of(FANS, n -> {
            if (n % 40 == 0) {
                sweeps.sweep();
            }
            return api.hold(UUID.randomUUID(), show.id(), two(show, new Random(n)));
        });
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 409);
        sweeps.sweep();
        History.check(show);
    }

    @Test
    void aFanAtManyWindowsGetsOneHoldAndNeverMoreThanTheLimit() {
        var plan = shows.plan(20, 1);
        plan.put("ticket_limit", 2);
        var show = shows.onSale(plan);
        var fan = UUID.randomUUID();
        var answers = Rush.of(40, n -> api.hold(fan, show.id(), show.seats().subList(n % 20, n % 20 + 1)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Api.Answer::code)
                .containsAnyOf("hold-exists")
                .isSubsetOf("hold-exists", "seat-taken");
        History.check(show);
    }

    @Test
    void aRepeatedKeyInARushIsOneHold() {
        var show = shows.onSale(1, 2);
        var fan = UUID.randomUUID();
        var answers = Rush.of(30, _ -> api.hold(fan, show.id(), show.seats(), "impatient"));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.text("hold_id")).distinct())
                .hasSize(1);
        History.check(show);
    }

    @Test
    void holdAndReleaseInTurnsLeavesNothingBehind() {
        var show = shows.onSale(6, 1);
        Rush.of(20, n -> {
            var fan = UUID.randomUUID();
            for (int round = 0; round < 2; round++) {
                var held = api.hold(fan, show.id(), two(show, new Random(n * 31L + round)));
                if (held.status() == 201) {
                    assertThat(api.release(fan, show.id(), held.id("hold_id")).status())
                            .isEqualTo(204);
                }
            }
            return n;
        });
        History.check(show);
        assertThat(show.seats())
                .allSatisfy(seat -> assertThat(show.statusOf(seat)).isEqualTo("AVAILABLE"));
    }
}
