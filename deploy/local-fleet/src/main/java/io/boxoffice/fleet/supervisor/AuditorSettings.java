package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.settings.Ports;
import io.boxoffice.fleet.settings.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings file of the auditor: every database, by a role that can only read; the provider's books; the topics. */
final class AuditorSettings {
    private final Ports ports;
    private final Secrets secrets;
    private final Databases databases;

    AuditorSettings(Ports ports, Secrets secrets, Databases databases) {
        this.ports = ports;
        this.secrets = secrets;
        this.databases = databases;
    }

    Map<String, String> all() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(ports.managementOf("auditor", 1)));
        settings.put("auditor.every", "10s");
        settings.put("auditor.settle", "60s");
        settings.put("auditor.kafka", "127.0.0.1:" + ports.of("kafka"));
        for (var database : new String[] {"event", "payment", "resale", "directory"}) {
            access(settings, database, databases.url("postgres", database));
        }
        for (var shard : Databases.SHARDS) {
            access(
                    settings,
                    "shards." + shard,
                    databases.url("postgres-" + shard, databases.seats(shard).name()));
        }
        settings.put("auditor.provider.base-url", "http://127.0.0.1:" + ports.of("payment-simulator"));
        settings.put("auditor.provider.control-token", secrets.of("provider.control-token"));
        return settings;
    }

    private void access(Map<String, String> settings, String name, String url) {
        settings.put("auditor." + name + ".url", url);
        settings.put("auditor." + name + ".username", databases.reader().name());
        settings.put("auditor." + name + ".password", databases.reader().password());
    }
}
