package io.boxoffice.e2e.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A run of pgbench with a script of ours: one thread, its usual protocol.
 *
 * @param port the server's, on this machine
 * @param user who runs it
 * @param password of the user
 * @param database where the script's tables are
 * @param clients connections at a time
 * @param seconds for how long
 */
public record Pgbench(int port, String user, String password, String database, int clients, int seconds) {

    private static final Pattern PER_SECOND = Pattern.compile("(?m)^tps = ([\\d.]+)");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: (\\d+)");

    /** Transactions a second of the script of that name among our resources. */
    public double run(String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("pgbench", ".sql");
        try {
            Files.writeString(file, resource(script));
            return perSecond(Tool.PGBENCH.run(arguments(file), Map.of("PGPASSWORD", password)));
        } finally {
            Files.delete(file);
        }
    }

    private List<String> arguments(Path script) {
        return List.of(
                "-h127.0.0.1",
                "-p" + port,
                "-U" + user,
                "-n",
                "-j1",
                "-c" + clients,
                "-T" + seconds,
                "-f" + script,
                database);
    }

    static double perSecond(String printed) throws IOException {
        var figure = PER_SECOND.matcher(printed);
        var failed = FAILED.matcher(printed);
        if (!figure.find() || failed.find() && !failed.group(1).equals("0")) {
            throw new IOException("pgbench did not do what it was to: " + printed.strip());
        }
        return Double.parseDouble(figure.group(1));
    }

    /** A file of ours as text. */
    public static String resource(String name) throws IOException {
        try (var source = Pgbench.class.getResourceAsStream("/io/boxoffice/e2e/bench/" + name)) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** How it was run, for the report. */
    public Map<String, Object> described() {
        return Map.of("tool", "pgbench", "threads", 1, "clients", clients, "seconds", seconds, "protocol", "simple");
    }
}
