package io.boxoffice.e2e.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A fleet, driven through the {@code boxoffice} script with a home of its own. */
public final class Fleet {

    private final Path script;
    private final Path home;
    private final Map<String, String> environment;

    /** The fleet of a home folder. */
    public Fleet(Path script, Path home) {
        this(script, home, Map.of());
    }

    /** The fleet of a home folder, its script run with some more variables. */
    public Fleet(Path script, Path home, Map<String, String> environment) {
        this.script = script.toAbsolutePath().normalize();
        this.home = home.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /** The fleet named by {@code BOXOFFICE_SCRIPT} and {@code BOXOFFICE_HOME}; by default the ones of this checkout. */
    public static Fleet fromEnvironment(Map<String, String> environment) {
        Path script = Path.of(environment.getOrDefault("BOXOFFICE_SCRIPT", "boxoffice"));
        Path home = Path.of(environment.getOrDefault("BOXOFFICE_HOME", ".boxoffice"));
        return new Fleet(script, home);
    }

    /** Another fleet of the same script. */
    public Fleet withHome(Path other) {
        return new Fleet(script, other, environment);
    }

    /** The checkout it is started from. */
    public Path repository() {
        return Objects.requireNonNull(script.getParent());
    }

    /** Where its data, credentials and reports lie. */
    public Path home() {
        return home;
    }

    /** Its way in. */
    public Credentials credentials() throws IOException {
        return Credentials.in(home);
    }

    /** How it is. */
    public FleetStatus status() throws IOException, InterruptedException {
        Result result = run("status", "--json");
        if (!result.out().stripLeading().startsWith("{")) {
            throw new IOException("boxoffice status told nothing (exit " + result.code() + "): " + result.err());
        }
        return FleetStatus.parse(result.out());
    }

    /** Starts it and waits until it is ready, its progress shown on this process's own streams. */
    public int up(String... options) throws IOException, InterruptedException {
        return start(command("up", options), true).waitFor();
    }

    /** Stops it. */
    public int down() throws IOException, InterruptedException {
        return start(command("down"), true).waitFor();
    }

    /** Runs a command of the script to its end. */
    private Result run(String verb, String... options) throws IOException, InterruptedException {
        Process process = start(command(verb, options), false);
        process.getOutputStream().close();
        StringBuilder err = new StringBuilder();
        Thread reader = Thread.startVirtualThread(() -> err.append(text(process.getErrorStream())));
        String out = text(process.getInputStream());
        int code = process.waitFor();
        reader.join();
        return new Result(code, out, err.toString());
    }

    private List<String> command(String verb, String... options) {
        List<String> command = new ArrayList<>(List.of(script.toString(), verb));
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of(options));
        return command;
    }

    private Process start(List<String> command, boolean shown) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("BOXOFFICE_HOME", home.toString());
        return (shown ? builder.inheritIO() : builder).start();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    private record Result(int code, String out, String err) {}
}
