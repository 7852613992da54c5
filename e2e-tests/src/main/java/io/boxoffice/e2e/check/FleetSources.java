package io.boxoffice.e2e.check;

import io.boxoffice.auditor.source.Database;
import io.boxoffice.auditor.source.Sources;
import io.boxoffice.e2e.fleet.FleetStatus;
import java.util.List;
import java.util.Set;

/** The auditor's sources, as the fleet names them. */
final class FleetSources {

    private static final Set<String> READ_IN_FULL = Set.of("event", "payment", "resale", "directory", "seats");

    private FleetSources() {}

    static Sources of(FleetStatus status) {
        return new Sources(
                one(status, "event"),
                one(status, "payment"),
                one(status, "resale"),
                one(status, "directory"),
                all(status, "seats"),
                status.databases().stream()
                        .filter(database -> !READ_IN_FULL.contains(database.name()))
                        .map(FleetSources::opened)
                        .toList());
    }

    private static Database one(FleetStatus status, String name) {
        return all(status, name).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the fleet names no database \"" + name + "\""));
    }

    private static List<Database> all(FleetStatus status, String name) {
        return status.databases(name).stream().map(FleetSources::opened).toList();
    }

    private static Database opened(io.boxoffice.e2e.fleet.Database database) {
        return new Database(database.url(), database.username(), database.password());
    }
}
