package io.boxoffice.e2e.fleet;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Which shard has an event, as the fleet's own directory knows, and where the shards are. */
public record ShardDirectory(Database database, List<Shard> all) {

    /** A shard's server, open to a check. */
    public record Shard(String name, int port, Database seats, String superuser, String password) {

        private static Shard of(JsonNode shard) {
            return new Shard(
                    shard.path("name").asString(),
                    shard.path("port").asInt(),
                    new Database(
                            shard.path("jdbc_url").asString(),
                            shard.path("username").asString(),
                            shard.path("password").asString()),
                    shard.path("superuser").path("username").asString(),
                    shard.path("superuser").path("password").asString());
        }

        /** Its server among the processes of the fleet. */
        public String process() {
            return "postgres-" + name;
        }

        /** A database of the server, as its superuser. */
        public Database asSuperuser(String name) {
            return new Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), superuser, password);
        }
    }

    /** As the fleet is now. */
    public static ShardDirectory of(FleetStatus status) {
        return new ShardDirectory(
                status.databases("directory").getFirst(),
                status.json()
                        .path("infrastructure")
                        .path("shards")
                        .valueStream()
                        .map(Shard::of)
                        .toList());
    }

    /** The names of the shards. */
    public List<String> shards() {
        return all.stream().map(Shard::name).toList();
    }

    /** The name of the shard that has an event. */
    public String shardOf(UUID event) throws IOException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var query = connection.prepareStatement("SELECT shard FROM events WHERE event_id = ?")) {
            query.setObject(1, event);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IOException("the directory does not know event " + event);
                }
                return rows.getString(1);
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    /** The shard that has an event. */
    public Shard of(UUID event) throws IOException {
        String name = shardOf(event);
        return all.stream()
                .filter(shard -> shard.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("the fleet names no shard " + name));
    }
}
