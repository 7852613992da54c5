package io.boxoffice.fleet.settings;

import java.nio.file.Path;

/** The folder a fleet keeps everything in, so that two fleets with two folders never meet. */
public record FleetHome(Path root) {

    public FleetHome {
        root = root.toAbsolutePath().normalize();
    }

    /** What must survive a restart of this process. */
    public Path data(String process) {
        return data().resolve(process);
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Facts about the running fleet; meaningless once it has stopped. */
    public Path run() {
        return root.resolve("run");
    }

    /** The settings file a process reads at its start. */
    public Path properties(String process) {
        return run().resolve(process + ".properties");
    }

    public Path state() {
        return run().resolve("state.json");
    }

    public Path options() {
        return run().resolve("options.json");
    }

    public Path lock(String name) {
        return run().resolve(name + ".lock");
    }

    public Path secrets() {
        return root.resolve("secrets.json");
    }

    public Path credentials() {
        return root.resolve("credentials.json");
    }
}
