package io.boxoffice.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

class AlertTests {
    private static final Path RULES = Path.of("prometheus/rules");
    private static final Path TESTS = Path.of("prometheus/tests");
    private static final Path REPOSITORY = Path.of("../..");

    record Alert(String name, String severity, String runbook) {}

    static Stream<Path> tests() throws IOException {
        return Files.list(TESTS).sorted();
    }

    @SuppressWarnings("unchecked")
    static List<Alert> alerts() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(RULES.resolve("alerts.yaml")));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .map(rule -> new Alert(
                                (String) rule.get("alert"),
                                ((Map<String, String>) rule.get("labels")).get("severity"),
                                ((Map<String, String>) rule.get("annotations")).get("runbook")))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void alertsFireWhenTheyShouldAndOnlyThen(Path test) throws Exception {
        assertThat(Promtool.run("test", "rules", test.toString())).contains("SUCCESS");
    }

    @Test
    void theSevenAlertsOfTheBriefAreThere() throws IOException {
        assertThat(alerts())
                .extracting(alert -> alert.severity() + " " + alert.name())
                .contains(
                        "critical SystemOverload",
                        "critical DatabaseErrors",
                        "critical PaymentFailures",
                        "critical DoubleBooking",
                        "warning HighLatency",
                        "warning CacheMissRateHigh",
                        "warning QueueGrowingRapidly");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertHasATestAndAPageThatSaysWhatToDo(Alert alert) throws IOException {
        assertThat(REPOSITORY.resolve(alert.runbook())).content().contains(alert.name(), "## What to do");
        assertThat(tests().map(AlertTests::read)).anyMatch(test -> test.contains("alertname: " + alert.name()));
    }

    @Test
    void prometheusTakesItsConfiguration() throws Exception {
        assertThat(Promtool.run("check", "config", "--syntax-only", "prometheus/prometheus.yml"))
                .contains("SUCCESS");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
