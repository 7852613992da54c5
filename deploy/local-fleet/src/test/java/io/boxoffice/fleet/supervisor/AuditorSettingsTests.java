package io.boxoffice.fleet.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Secrets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorSettingsTests {

    @TempDir
    Path folder;

    @Test
    void theAuditorReadsEveryDatabaseAsSomebodyWhoCanOnlyRead() throws Exception {
        var ports = FleetOptions.parse(List.of("--set", "ports.offset=100")).ports();
        var secrets = Secrets.load(new FleetHome(folder));
        var databases = new Databases(ports, secrets);

        var settings = new AuditorSettings(ports, secrets, databases).all();

        assertThat(settings)
                .containsEntry("server.port", "9189")
                .containsEntry("auditor.kafka", "127.0.0.1:19192")
                .containsEntry("auditor.payment.url", "jdbc:postgresql://127.0.0.1:15532/payment")
                .containsEntry("auditor.shards.shard-3.url", "jdbc:postgresql://127.0.0.1:15535/seats")
                .containsEntry("auditor.provider.base-url", "http://127.0.0.1:8191");
        assertThat(settings.entrySet())
                .filteredOn(entry -> entry.getKey().endsWith(".username"))
                .hasSize(7)
                .allMatch(entry -> entry.getValue().equals("auditor"));
    }
}
