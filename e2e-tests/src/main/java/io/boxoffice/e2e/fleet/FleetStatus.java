package io.boxoffice.e2e.fleet;

import io.boxoffice.e2e.client.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What {@code status --json} tells. */
public record FleetStatus(List<FleetProcess> processes, List<Database> databases, String kafka, JsonNode json) {

    /** The nine services by their process names. */
    public static final List<String> SERVICES = List.of(
            "gateway", "waiting-room", "inventory", "payment", "event", "notification", "analytics", "fraud", "resale");

    /** Reads the script's answer. */
    public static FleetStatus parse(String json) {
        JsonNode tree = Json.tree(json);
        List<FleetProcess> processes = StreamSupport.stream(
                        tree.path("processes").spliterator(), false)
                .map(process -> Json.read(process, FleetProcess.class))
                .toList();
        JsonNode infrastructure = tree.path("infrastructure");
        List<Database> databases = new ArrayList<>();
        collectDatabases(infrastructure, databases);
        return new FleetStatus(processes, List.copyOf(databases), kafka(infrastructure), tree);
    }

    /** A process by name. */
    public Optional<FleetProcess> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }

    /** Pids of everything that runs, the supervisor included. */
    public List<Long> pids() {
        var supervisor = Stream.of(json.path("supervisor").path("pid"), json.path("supervisor_pid"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong);
        var others = processes.stream().flatMap(process -> Optional.ofNullable(process.pid()).stream());
        return Stream.concat(supervisor, others).distinct().toList();
    }

    /** Whether anything runs. */
    public boolean running() {
        return processes.stream().anyMatch(process -> process.pid() != null);
    }

    /** The databases of a name: one, or one on every shard. */
    public List<Database> databases(String name) {
        return databases.stream()
                .filter(database -> database.name().equals(name))
                .toList();
    }

    /** Wherever an address of PostgreSQL stands beside a user and a password, it is a database. */
    private static void collectDatabases(JsonNode node, List<Database> found) {
        for (JsonNode child : node) {
            collectDatabases(child, found);
        }
        String url = node.path("jdbc_url").asString(node.path("url").asString(""));
        if (url.startsWith("jdbc:postgresql:")) {
            String user = node.path("username").asString(node.path("user").asString(""));
            found.add(new Database(url, user, node.path("password").asString("")));
        }
    }

    private static String kafka(JsonNode infrastructure) {
        JsonNode kafka = infrastructure.path("kafka");
        return kafka.path("bootstrap_servers").asString(kafka.asString(""));
    }
}
