package io.boxoffice.fleet.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.settings.ServiceNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTests {

    @TempDir
    Path folder;

    @Test
    void everyServiceListensOnThisMachineAlone() throws Exception {
        for (var service : ServiceNames.ALL) {
            assertThat(settings(service))
                    .containsEntry("server.address", "127.0.0.1")
                    .containsEntry("management.server.address", "127.0.0.1")
                    .containsEntry("boxoffice.client.id", "svc-" + service)
                    .containsEntry("boxoffice.services.inventory", "http://127.0.0.1:8082");
        }
    }

    @Test
    void aServiceIsGivenItsOwnDatabaseAndNoOther() throws Exception {
        assertThat(settings("waiting-room"))
                .containsEntry("spring.datasource.url", "jdbc:postgresql://127.0.0.1:15432/waiting_room")
                .containsEntry("spring.data.redis.port", "16379");
        assertThat(settings("inventory"))
                .containsEntry("spring.datasource.url", "jdbc:postgresql://127.0.0.1:15432/directory")
                .containsEntry("inventory.shards.shard-2.url", "jdbc:postgresql://127.0.0.1:15434/seats");
        assertThat(settings("gateway")).doesNotContainKey("spring.datasource.url");
    }

    @Test
    void whatTheCallerSetsIsPassedOn() throws Exception {
        assertThat(settings("inventory", "--set", "inventory.hold-ttl=30s")).containsEntry("inventory.hold-ttl", "30s");
    }

    @Test
    void addressesFollowTheOffset() throws Exception {
        assertThat(settings("payment", "--set", "ports.offset=100"))
                .containsEntry("server.port", "8183")
                .containsEntry("payment.provider.base-url", "http://127.0.0.1:8191")
                .containsEntry("spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:8190")
                .containsEntry("spring.kafka.bootstrap-servers", "127.0.0.1:19192");
    }

    @Test
    void everybodyIsToldOfEveryInstance() throws Exception {
        for (var service : ServiceNames.ALL) {
            assertThat(settings(service, "--instances", "waiting-room=3", "--set", "ports.offset=1000"))
                    .containsEntry(
                            "boxoffice.services.waiting-room",
                            "http://127.0.0.1:9081,http://127.0.0.1:9181,http://127.0.0.1:9281")
                    .containsEntry("boxoffice.services.event", "http://127.0.0.1:9084");
            assertThat(settings(service, "--instances", "resale=0"))
                    .containsEntry("boxoffice.services.resale", "http://127.0.0.1:8088");
        }
    }

    private Map<String, String> settings(String service, String... words) throws IOException {
        var options = FleetOptions.parse(List.of(words));
        var secrets = Secrets.load(new FleetHome(folder));
        return new ServiceSettings(options, secrets, new Databases(options.ports(), secrets)).of(service, 1);
    }
}
