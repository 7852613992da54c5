package io.boxoffice.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardTests {
    private static final Path COMMITTED = Path.of("grafana/dashboards/on-sale.json");

    /** With {@code -Dupdate} it is written instead of compared. */
    @Test
    void theCommittedDashboardIsTheOneThatTheCodeMakes() throws IOException {
        var made = GrafanaJson.of(OnSaleDashboard.dashboard());
        if (System.getProperty("update") != null) {
            Files.writeString(COMMITTED, made);
        }

        assertThat(COMMITTED).hasContent(made);
    }

    @Test
    void prometheusUnderstandsEveryQuery(@TempDir Path folder) throws Exception {
        var rules = new StringBuilder("groups:\n- name: panels\n  rules:\n");
        int number = 0;
        for (var row : OnSaleDashboard.dashboard().rows()) {
            for (var panel : row.panels()) {
                for (var query : panel.queries()) {
                    rules.append("  - record: panel_%d\n    expr: |\n      %s\n".formatted(number++, query.promql()));
                }
            }
        }
        var file = Files.writeString(folder.resolve("panels.yaml"), rules);

        assertThat(Promtool.run("check", "rules", file.toString())).contains("SUCCESS");
    }
}
