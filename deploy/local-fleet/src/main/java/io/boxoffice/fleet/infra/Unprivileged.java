package io.boxoffice.fleet.infra;

import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. An ordinary user starts it directly; root either enters a user namespace, where it
 * is nobody and still owns its files, or really becomes nobody.
 */
final class Unprivileged {
    private final List<String> prefix;
    private final boolean changesOwner;

    private Unprivileged(List<String> prefix, boolean changesOwner) {
        this.prefix = prefix;
        this.changesOwner = changesOwner;
    }

    static Unprivileged find(Path binary) throws IOException, InterruptedException {
        if (!"0".equals(Commands.run(List.of("id", "-u")).output())) {
            return new Unprivileged(List.of(), false);
        }
        if (Commands.succeeds("unshare", "-U", binary.toString(), "--version")) {
            return new Unprivileged(List.of("unshare", "-U"), false);
        }
        var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        var trial = Stream.concat(nobody.stream(), Stream.of(binary.toString(), "--version"));
        if (Commands.succeeds(trial.toArray(String[]::new))) {
            return new Unprivileged(nobody, true);
        }
        throw new FleetProblem(
                "PostgreSQL does not run as root, this machine forbids user namespaces (unshare -U), and user"
                        + " nobody cannot reach " + binary + ": run ./boxoffice as an ordinary user");
    }

    List<String> command(List<String> words) {
        var command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    /** Lets the user that PostgreSQL will be write here. */
    void handOver(Path folder) throws IOException, InterruptedException {
        if (changesOwner && !Commands.succeeds("chown", "-R", "65534:65534", folder.toString())) {
            throw new IOException("cannot give " + folder + " to user nobody");
        }
    }
}
