package io.boxoffice.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTests {
    /** Kinds of operators: Kubernetes itself does not know them. */
    private static final List<String> OPERATORS =
            List.of("postgresql.cnpg.io/", "monitoring.coreos.com/", "gateway.networking.k8s.io/");

    private static Charts charts;

    @BeforeAll
    static void render(@TempDir Path folder) throws IOException {
        charts = new Charts(folder);
    }

    private static List<Object> objects(String values) throws IOException {
        var objects = new ArrayList<>();
        for (var document : charts.documents(values)) {
            if (OPERATORS.stream().noneMatch(group -> document.contains("apiVersion: " + group))) {
                objects.add(Yaml.load(document));
            }
        }
        return objects;
    }

    private static <T> Stream<T> all(String values, Class<T> kind) throws IOException {
        return objects(values).stream().filter(kind::isInstance).map(kind::cast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-onsale.yaml"})
    void kubernetesKnowsEveryFieldOfEveryObject(String values) throws IOException {
        assertThat(objects(values)).hasSizeGreaterThan(9 * 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-onsale.yaml"})
    void theNineServicesAreThere(String values) throws IOException {
        assertThat(all(values, V1Deployment.class)
                        .map(deployment -> deployment.getMetadata().getName()))
                .containsExactlyInAnyOrderElementsOf(Charts.SERVICES);
        assertThat(all(values, V1Service.class)
                        .map(service -> service.getMetadata().getName()))
                .containsExactlyInAnyOrderElementsOf(Charts.SERVICES);
        assertThat(all(values, V1PodDisruptionBudget.class)).hasSize(Charts.SERVICES.size());
    }

    @Test
    void nothingRunsAsRootOrWritesToItsImage() throws IOException {
        all("values.yaml", V1Deployment.class).forEach(deployment -> {
            var pod = pod(deployment);
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
            var container = container(deployment).getSecurityContext();
            assertThat(container.getReadOnlyRootFilesystem()).isTrue();
            assertThat(container.getAllowPrivilegeEscalation()).isFalse();
            assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
        });
    }

    @Test
    void aRolloutCutsNobodyOff() throws IOException {
        all("values.yaml", V1Deployment.class).forEach(deployment -> {
            var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(rolling.getMaxUnavailable().getIntValue()).isZero();
            var sleeps =
                    container(deployment).getLifecycle().getPreStop().getSleep().getSeconds();
            assertThat(sleeps).isPositive();
            assertThat(pod(deployment).getSpec().getTerminationGracePeriodSeconds())
                    .isGreaterThan(sleeps + 15);
            assertThat(container(deployment).getReadinessProbe().getHttpGet().getPath())
                    .isEqualTo("/actuator/health/readiness");
        });
    }

    @Test
    void everyoneIsBoundedInMemoryAndSpreadOverNodes() throws IOException {
        all("values-onsale.yaml", V1Deployment.class).forEach(deployment -> {
            assertThat(container(deployment).getResources().getLimits()).containsKey("memory");
            assertThat(pod(deployment).getSpec().getTopologySpreadConstraints()).hasSize(2);
        });
    }

    @Test
    void onlyTheGatewayIsOpenToEverybody() throws IOException {
        var open = all("values.yaml", V1NetworkPolicy.class)
                .filter(policy -> policy.getSpec().getIngress().stream()
                        .anyMatch(rule -> rule.getFrom().isEmpty()
                                && rule.getPorts().stream()
                                        .anyMatch(port ->
                                                "http".equals(port.getPort().getStrValue()))))
                .map(policy -> policy.getMetadata().getName());

        assertThat(open).containsExactly("gateway");
    }

    @Test
    void whatIsNotLetInIsDenied() throws IOException {
        var deny = all("values.yaml", V1NetworkPolicy.class)
                .filter(policy ->
                        "boxoffice-default-deny".equals(policy.getMetadata().getName()))
                .findFirst()
                .orElseThrow();

        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress");
    }

    @Test
    void everyServiceKnowsWhereTheOthersAre() throws IOException {
        var ports = all("values.yaml", V1Service.class)
                .collect(java.util.stream.Collectors.toMap(
                        service -> service.getMetadata().getName(),
                        service -> service.getSpec().getPorts().getFirst().getPort()));
        all("values.yaml", V1ConfigMap.class)
                .filter(config -> Charts.SERVICES.contains(config.getMetadata().getName()))
                .forEach(config -> {
                    Map<String, Map<String, Map<String, String>>> settings =
                            new org.yaml.snakeyaml.Yaml().load(config.getData().get("application.yaml"));
                    settings.get("boxoffice")
                            .get("services")
                            .forEach((name, address) ->
                                    assertThat(address).isEqualTo("http://" + name + ":" + ports.get(name)));
                });
    }

    @Test
    void theDoorAndTheLineGrowWithTheCrowd() throws IOException {
        assertThat(all("values-onsale.yaml", V2HorizontalPodAutoscaler.class)
                        .map(scaler -> scaler.getSpec().getScaleTargetRef().getName()))
                .containsExactlyInAnyOrder("gateway", "waiting-room");
    }

    @Test
    void theRulesAndTheDashboardAreThoseOfTheRepository() throws IOException {
        var rendered = String.join("\n", charts.documents("values.yaml"));
        var dashboard = Path.of("../deploy/observability/grafana/dashboards/on-sale.json");

        assertThat(rendered).contains("alert: DoubleBooking", "record: job:http_latency_seconds:p95_5m");
        assertThat(all("values.yaml", V1ConfigMap.class)
                        .filter(config -> "boxoffice-dashboard"
                                .equals(config.getMetadata().getName()))
                        .map(config -> config.getData().get("on-sale.json").strip()))
                .containsExactly(Files.readString(dashboard).strip());
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.replica, 3, replica",
        "payment.resources.limits.memory, , memory",
        "waiting-room.port, 99999, port",
        "inventory.secrets[0], Not A Name, secrets",
        "databases.shards[0], Shard_1, shards",
        "payments.replicas, 2, payments"
    })
    void aValueThatMeansNothingIsRefusedByName(String key, String value, String named) {
        var command = charts.template().set(key, value == null ? "null" : value);

        assertThatThrownBy(command::call).hasMessageContaining(named);
    }

    @Test
    void helmHasNothingToSayAgainstThem() {
        var lint = charts.fleet().lint().call();

        assertThat(lint.isFailed()).as(String.valueOf(lint.getMessages())).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    private static V1PodTemplateSpec pod(V1Deployment deployment) {
        return Objects.requireNonNull(deployment.getSpec()).getTemplate();
    }

    private static V1Container container(V1Deployment deployment) {
        return pod(deployment).getSpec().getContainers().getFirst();
    }
}
