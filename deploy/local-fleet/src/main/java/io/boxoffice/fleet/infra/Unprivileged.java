package io.boxoffice.fleet.infra;

import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses to run as root. An ordinary user starts it directly; root either enters a user namespace, where it
 * is nobody and still owns its files, or really becomes nobody.
 */
final class Unprivileged {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final List<String> prefix;
    private final @Nullable Integer owner;

    private Unprivileged(List<String> prefix, @Nullable Integer owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static Unprivileged find(Path binary) throws IOException, InterruptedException {
        if (!"0".equals(Commands.run(List.of("id", "-u")).output())) {
            return new Unprivileged(List.of(), null);
        }
        if (Commands.succeeds("unshare", "-U", binary.toString(), "--version")) {
            return new Unprivileged(List.of("unshare", "-U"), ROOT);
        }
        var nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        var trial = Stream.concat(nobody.stream(), Stream.of(binary.toString(), "--version"));
        if (Commands.succeeds(trial.toArray(String[]::new))) {
            return new Unprivileged(nobody, NOBODY);
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

    /** Lets the user that PostgreSQL will be write here, also where it was another one at the start before. */
    void handOver(Path path) throws IOException, InterruptedException {
        if (owner == null || owner == ROOT && owner.equals(Files.getAttribute(path, "unix:uid"))) {
            return;
        }
        if (!Commands.succeeds("chown", "-R", owner + ":" + owner, path.toString())) {
            throw new IOException("cannot give " + path + " to user " + owner);
        }
    }
}
