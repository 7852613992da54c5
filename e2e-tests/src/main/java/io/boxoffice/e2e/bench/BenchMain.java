package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.util.List;

/** {@code ./boxoffice bench NAME}: measures one thing and tells it. */
public final class BenchMain {

    private static final String USAGE = """
            Usage: boxoffice bench NAME [--require] [--restart]
              Measures one thing, prints it and writes it as JSON below reports/ in the fleet's home.

              startup      the whole fleet from stopped to ready, its memory, and what it costs idle

              --require    a missed target is exit code 1
              --restart    startup may stop a running fleet
              --list       the names, one a line
              --help       this text

            Exit code 0: measured. 1: it could not be measured, or a target was missed with --require. 2: bad options.
            """;
    private static final int FAILED = 1;
    private static final int BAD_OPTIONS = 2;

    private BenchMain() {}

    /** Measures and exits. */
    public static void main(String[] args) {
        System.exit(run(Fleet.fromEnvironment(System.getenv()), args));
    }

    /** Measures with a fleet: 0 when it was measured honestly. */
    public static int run(Fleet fleet, String... args) {
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            System.out.println(USAGE);
            return 0;
        }
        if (words.contains("--list")) {
            System.out.println("startup");
            return 0;
        }
        List<String> names =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        List<String> unknown = words.stream()
                .filter(word -> word.startsWith("--")
                        && !List.of("--require", "--restart").contains(word))
                .toList();
        if (!unknown.isEmpty() || names.size() != 1 || !names.getFirst().equals("startup")) {
            System.err.println("bench: " + complaint(unknown, names));
            System.err.println(USAGE);
            return BAD_OPTIONS;
        }
        try {
            if (fleet.status().running() && !words.contains("--restart")) {
                System.err.println("bench: a fleet is running here; stop it with ./boxoffice down, or add --restart");
                return BAD_OPTIONS;
            }
            BenchResult result = new StartupBench(fleet).measure();
            System.out.println(result.text());
            System.out.println("Report: " + result.writeBelow(fleet.home()));
            return result.met() || !words.contains("--require") ? 0 : FAILED;
        } catch (IOException failed) {
            System.err.println("bench: " + failed.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static String complaint(List<String> unknown, List<String> names) {
        if (!unknown.isEmpty()) {
            return "unknown option " + unknown.getFirst();
        }
        return names.isEmpty() ? "which one? There is: startup" : "there is no bench " + names + ", only: startup";
    }
}
