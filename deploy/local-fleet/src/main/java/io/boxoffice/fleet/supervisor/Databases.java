package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.infra.Database;
import io.boxoffice.fleet.infra.ReadingRole;
import io.boxoffice.fleet.settings.Ports;
import io.boxoffice.fleet.settings.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which databases there are, on which server, and whose they are. */
public final class Databases {
    public static final List<String> SHARDS = List.of("shard-1", "shard-2", "shard-3");

    private final Ports ports;
    private final Secrets secrets;
    private final Map<String, Database> byService = new LinkedHashMap<>();

    public Databases(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
        own("waiting-room", "waiting_room", "waiting_room");
        own("inventory", "directory", "inventory");
        for (var service : List.of("payment", "event", "notification", "analytics", "fraud", "resale")) {
            own(service, service, service);
        }
    }

    private void own(String service, String database, String role) {
        byService.put(service, new Database(database, role, secrets.of("postgres." + database)));
    }

    /** Everything on the server {@code postgres}. */
    public List<Database> central() {
        return List.copyOf(byService.values());
    }

    Optional<Database> ownedBy(String service) {
        return Optional.ofNullable(byService.get(service));
    }

    public Database seats(String shard) {
        return new Database("seats", "inventory", secrets.of("postgres-" + shard + ".seats"));
    }

    /** Reads every database of a server and can change nothing. */
    public ReadingRole reader() {
        return new ReadingRole("auditor", secrets.of("postgres.reader"));
    }

    public String superuserPassword(String server) {
        return secrets.of(server + ".superuser");
    }

    public String url(String server, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of(server), database);
    }
}
