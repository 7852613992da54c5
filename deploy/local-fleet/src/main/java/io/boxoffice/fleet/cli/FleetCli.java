package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetProblem;
import io.boxoffice.fleet.supervisor.Installation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands behind the {@code boxoffice} script that need to know the fleet. */
public final class FleetCli {
    private FleetCli() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(List.of(args), System.out, System.err));
    }

    private static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
        var home = new FleetHome(Path.of(System.getProperty("boxoffice.home", ".boxoffice")));
        var words = new ArrayList<>(args.subList(Math.min(1, args.size()), args.size()));
        try {
            return switch (args.isEmpty() ? "" : args.getFirst()) {
                case "up" -> new UpCommand(home, Installation.fromSystemProperties(), out, err).run(words);
                case "down" -> new DownCommand(home, out).run();
                case "status" -> new StatusCommand(home, out).run(words);
                default -> throw new FleetProblem("unknown command; ./boxoffice --help lists them");
            };
        } catch (FleetProblem problem) {
            err.println("boxoffice: " + problem.getMessage());
            return 1;
        }
    }
}
