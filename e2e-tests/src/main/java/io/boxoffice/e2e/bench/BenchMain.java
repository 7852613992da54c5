package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.util.List;

/** {@code ./boxoffice bench NAME}: measures one thing and tells it. */
public final class BenchMain {

    private static final String USAGE = """
            Usage: boxoffice bench NAME [OPTION]…
              Measures one thing, prints it and writes it as JSON below reports/ in the fleet's home.

            %s

              --require    a missed target is exit code 1
              --restart    a running fleet may be stopped
              --fans N, --seconds N, --pairs N, --viewers N
                           other sizes than the usual ones, to try it out
              --list       the names, a line each
              --help       this text

            All but startup and wait-estimate measure a fleet of their own, with the full JIT, below bench/ in the fleet's home.
            Exit code 0: measured. 1: it could not be measured, or a target was missed with --require. 2: bad options.
            """.formatted(Bench.list().indent(2).stripTrailing());
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
            System.out.println(Bench.list());
            return 0;
        }
        try {
            BenchOptions options = BenchOptions.parse(words);
            return measure(fleet, bench(options.names()), options);
        } catch (BenchOptions.BadOption bad) {
            System.err.println("bench: " + bad.getMessage());
            System.err.println(USAGE);
            return BAD_OPTIONS;
        } catch (IOException failed) {
            System.err.println("bench: " + failed.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int measure(Fleet fleet, Bench bench, BenchOptions options)
            throws IOException, InterruptedException {
        if (bench.needsTheMachine() && fleet.status().running()) {
            if (!options.restart()) {
                System.err.println("bench: a fleet is running here; stop it with ./boxoffice down, or add --restart");
                return BAD_OPTIONS;
            }
            fleet.down();
        }
        BenchResult result = bench.measure(fleet, options);
        System.out.println(result.text());
        System.out.println("Report: " + result.writeBelow(fleet.home()));
        return result.met() || !options.require() ? 0 : FAILED;
    }

    private static Bench bench(List<String> names) {
        String all = String.join(", ", Bench.words());
        if (names.size() != 1) {
            throw new BenchOptions.BadOption("which one? There are: " + all);
        }
        return Bench.named(names.getFirst())
                .orElseThrow(
                        () -> new BenchOptions.BadOption("there is no bench " + names.getFirst() + ", only: " + all));
    }
}
