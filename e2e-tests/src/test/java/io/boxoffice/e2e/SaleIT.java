package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.demo.DemoMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole demo, as anyone would run it. */
@ExtendWith(FleetExtension.class)
class SaleIT {

    @Test
    void twoHundredFansBuyOutAHundredSeatsAndNothingBreaks(TestFleet fleet) {
        assertThat(DemoMain.run(fleet.fleet(), "--fans", "200", "--seats", "100"))
                .isZero();
    }

    @Test
    void theSaleSurvivesTheDeathOfEveryServiceInTurn(TestFleet fleet) {
        assertThat(DemoMain.run(fleet.fleet(), "--fans", "200", "--seats", "100", "--seed", "8", "--kill", "random"))
                .isZero();
    }
}
