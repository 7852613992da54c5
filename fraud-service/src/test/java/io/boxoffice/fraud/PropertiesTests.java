package io.boxoffice.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class PropertiesTests {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @ConfigurationPropertiesScan("io.boxoffice.fraud")
    static class Settings {}

    private String settings(String... properties) {
        var text = new StringBuilder();
        context.withPropertyValues(properties)
                .run(started -> started.getBeansOfType(Record.class)
                        .values()
                        .forEach(record -> text.append(record).append('\n')));
        return text.toString();
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        assertThat(settings())
                .contains("Thresholds[challenge=40, block=85]")
                .contains("ChallengeProperties[maxnumber=50000, lasts=PT5M, tries=3, clearanceLasts=PT10M]")
                .contains(
                        "VerdictProperties[challengeLasts=PT10M, blockLasts=PT24H, repeatEvery=PT10M, liftLasts=PT24H]")
                .contains("accountVelocity=Weight[points=30, over=30]")
                .contains("newAccount=NewAccountWeight[points=25, youngerThan=PT24H]");
    }

    @Test
    void everySettingIsReadFromItsKey() {
        assertThat(settings(
                        "fraud.thresholds.challenge=30",
                        "fraud.thresholds.block=90",
                        "fraud.challenge.maxnumber=7",
                        "fraud.challenge.lasts=1m",
                        "fraud.challenge.tries=5",
                        "fraud.challenge.clearance-lasts=2m",
                        "fraud.verdicts.challenge-lasts=1m",
                        "fraud.verdicts.block-lasts=2m",
                        "fraud.verdicts.repeat-every=3m",
                        "fraud.verdicts.lift-lasts=4m",
                        "fraud.rules.failed-payments.points=1",
                        "fraud.rules.failed-payments.over=2"))
                .contains("Thresholds[challenge=30, block=90]")
                .contains("ChallengeProperties[maxnumber=7, lasts=PT1M, tries=5, clearanceLasts=PT2M]")
                .contains("VerdictProperties[challengeLasts=PT1M, blockLasts=PT2M, repeatEvery=PT3M, liftLasts=PT4M]")
                .contains("failedPayments=Weight[points=1, over=2]");
    }

    @Test
    void thresholdsInTheWrongOrderAreRefused() {
        context.withPropertyValues("fraud.thresholds.challenge=90")
                .run(started -> assertThat(started).hasFailed());
    }
}
