package io.boxoffice.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTests {

    @Test
    void nothingAskedForIsTheUsualDemo() {
        assertThat(DemoOptions.parse())
                .isEqualTo(new DemoOptions(200, 100, 7, 0, 0.1, 0.05, true, false, false, false));
    }

    @Test
    void everyOptionIsRead() {
        var options = DemoOptions.parse(
                "--fans",
                "2000",
                "--seats=1000",
                "--seed",
                "-3",
                "--bots",
                "0.2",
                "--resale=0.5",
                "--refunds",
                "0",
                "--move-shard",
                "--kill",
                "random");

        assertThat(options).isEqualTo(new DemoOptions(2000, 1000, -3, 0.2, 0.5, 0, true, true, true, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fans|many|whole number",
                "--fans|0|from 1",
                "--seats|2|from 3",
                "--bots|1.5|share from 0 to 1",
                "--bots|x|share from 0 to 1",
                "--resale|2|share from 0 to 1",
                "--refunds|-1|share from 0 to 1",
                "--kill|all|knows only: random",
                "--colour|red|unknown option"
            })
    void whatMakesNoSenseIsExplained(String option, String value, String explanation) {
        assertThatThrownBy(() -> DemoOptions.parse(option, value))
                .isInstanceOf(DemoOptions.UsageException.class)
                .hasMessageContaining(explanation);
    }

    @Test
    void anOptionWithoutItsValueIsExplained() {
        assertThatThrownBy(() -> DemoOptions.parse("--fans")).hasMessageContaining("--fans");
    }

    @Test
    void helpIsHeardAnywhere() {
        assertThat(DemoOptions.parse("--fans", "5", "--help").help()).isTrue();
    }
}
