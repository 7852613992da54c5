package io.boxoffice.inventory.availability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {
    private static final long INTERVAL = 250;
    private final Pace pace = new Pace(-INTERVAL);

    @Test
    void theFirstIsLetThroughAndTheRestOfTheIntervalSharesOne() {
        assertThat(pace.ask(0, INTERVAL)).isEqualTo(Pace.NOW);
        assertThat(pace.ask(100, INTERVAL)).isEqualTo(150);
        assertThat(pace.ask(120, INTERVAL)).isEqualTo(Pace.ALREADY_COMING);
        pace.begin(250);
        assertThat(pace.ask(260, INTERVAL)).isEqualTo(240);
        pace.begin(500);
        assertThat(pace.ask(751, INTERVAL)).isEqualTo(Pace.NOW);
    }

    @Test
    void withoutAnIntervalEachIsLetThrough() {
        assertThat(pace.ask(0, 0)).isEqualTo(Pace.NOW);
        assertThat(pace.ask(0, 0)).isEqualTo(Pace.NOW);
    }
}
