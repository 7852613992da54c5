package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.util.List;

/** {@code ./boxoffice bench NAME}: measures one thing and tells it. */
public final class BenchMain {

    private static final String USAGE = """
            Usage: boxoffice bench NAME [--require] [--restart]
              Measures one thing, prints it and writes it as JSON below reports/ in the fleet's home.

              wait-estimate  what fans are told to wait against what they wait, in virtual time; no fleet is needed
              startup        the whole fleet from stopped to ready, its memory, and what it costs idle

              --require      a missed target is exit code 1
              --restart      startup may stop a running fleet
              --list         the names, one a line
              --help         this text

            Exit code 0: measured. 1: it could not be measured, or a target was missed with --require. 2: bad options.
            """;
    private static final List<String> NAMES = List.of("wait-estimate", "startup");
    private static final int ON_SALES = 12;
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
            NAMES.forEach(System.out::println);
            return 0;
        }
        List<String> names =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        List<String> unknown = words.stream()
                .filter(word -> word.startsWith("--")
                        && !List.of("--require", "--restart").contains(word))
                .toList();
        if (!unknown.isEmpty() || names.size() != 1 || !NAMES.contains(names.getFirst())) {
            System.err.println("bench: " + complaint(unknown, names));
            System.err.println(USAGE);
            return BAD_OPTIONS;
        }
        try {
            if (names.getFirst().equals("wait-estimate")) {
                return told(new WaitEstimateBench(ON_SALES).measure(), fleet, words);
            }
            if (fleet.status().running() && !words.contains("--restart")) {
                System.err.println("bench: a fleet is running here; stop it with ./boxoffice down, or add --restart");
                return BAD_OPTIONS;
            }
            return told(new StartupBench(fleet).measure(), fleet, words);
        } catch (IOException failed) {
            System.err.println("bench: " + failed.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int told(BenchResult result, Fleet fleet, List<String> words) throws IOException {
        System.out.println(result.text());
        System.out.println("Report: " + result.writeBelow(fleet.home()));
        return result.met() || !words.contains("--require") ? 0 : FAILED;
    }

    private static String complaint(List<String> unknown, List<String> names) {
        if (!unknown.isEmpty()) {
            return "unknown option " + unknown.getFirst();
        }
        return names.isEmpty() ? "which one? There are: " + NAMES : "there is no bench " + names + ", only: " + NAMES;
    }
}
