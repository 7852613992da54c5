package io.boxoffice.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be said of docker-compose.yml without Docker: that what it names is there, and that it gives nothing away. */
class ComposeTests {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_0-9]+)");

    private static String text;
    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(ROOT.resolve("docker-compose.yml"));
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(text);
        services = file.get("services");
    }

    @Test
    void theNineServicesAndTheRealServersAreThere() {
        assertThat(services.keySet()).containsAll(Charts.SERVICES);
        assertThat(services.keySet())
                .contains(
                        "postgres",
                        "postgres-shard-1",
                        "redis",
                        "kafka",
                        "identity",
                        "mailpit",
                        "prometheus",
                        "grafana",
                        "edge",
                        "auditor",
                        "payment-simulator");
    }

    @Test
    void everyServiceIsBuiltFromAModule() throws IOException {
        for (var name : Charts.SERVICES) {
            var arguments = map(map(services.get(name).get("build")).get("args"));
            assertThat(ROOT.resolve(String.valueOf(arguments.get("SERVICE"))).resolve("pom.xml"))
                    .exists();
        }
        assertThat(ROOT.resolve("deploy/Dockerfile")).content().contains("ARG SERVICE", "USER 10001");
    }

    @Test
    void everyMountedFileIsInTheRepository() {
        for (var service : services.values()) {
            for (var mount : (List<?>) service.getOrDefault("volumes", List.of())) {
                if (mount.toString().startsWith("./")) {
                    assertThat(ROOT.resolve(mount.toString().split(":")[0])).exists();
                }
            }
        }
    }

    @Test
    void nobodyElseOnTheNetworkReachesIt() {
        for (var service : services.values()) {
            for (var port : (List<?>) service.getOrDefault("ports", List.of())) {
                assertThat(port.toString()).startsWith("127.0.0.1:");
            }
        }
    }

    @Test
    void everySecretIsMadeAtTheFirstStart() throws IOException {
        var made = Files.readString(ROOT.resolve("deploy/compose/make-env"));

        assertThat(variables()).allSatisfy(name -> assertThat(made).contains("echo \"" + name + "="));
        services.forEach((name, service) -> map(service.getOrDefault("environment", Map.of()))
                .forEach((key, value) -> {
                    if (key.toString().matches(".*(PASSWORD|SECRET|TOKEN|_KEY)")) {
                        assertThat(value.toString()).as(name + " " + key).startsWith("${");
                    }
                }));
    }

    @Test
    void readinessIsAskedAtTheManagementPort() {
        for (var name : Charts.SERVICES) {
            var port = map(services.get(name).get("environment")).get("MANAGEMENT_SERVER_PORT");
            assertThat(services.get(name).get("healthcheck").toString())
                    .contains("/dev/tcp/127.0.0.1/" + port, "/actuator/health/readiness");
        }
    }

    @Test
    void theRealmKnowsEveryServiceAndKeepsNoSecret() throws IOException {
        var realm = Files.readString(ROOT.resolve("deploy/compose/keycloak/realm.json"));

        for (var name : Charts.SERVICES) {
            assertThat(realm).contains("\"svc-" + name + "\"");
        }
        assertThat(Pattern.compile("\"(secret|value)\": \"([^\"]+)\"")
                        .matcher(realm)
                        .results()
                        .map(match -> match.group(2))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("${CLIENT_SECRET}", "${E2E_SECRET}", "${DEMO_PASSWORD}");
    }

    @Test
    void prometheusAsksEveryService() throws IOException {
        var scraped = Files.readString(ROOT.resolve("deploy/observability/prometheus/prometheus.yml"));

        for (var name : Charts.SERVICES) {
            var port = map(services.get(name).get("environment")).get("MANAGEMENT_SERVER_PORT");
            assertThat(scraped).contains("- " + name + ":" + port);
        }
        assertThat(scraped).contains("- auditor:9089");
    }

    private static Set<String> variables() {
        var names = new TreeSet<String>();
        VARIABLE.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
