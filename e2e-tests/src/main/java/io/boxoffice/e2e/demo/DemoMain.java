package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.http.Reply.UnexpectedAnswer;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;

/** {@code ./boxoffice demo}: one on-sale against the running fleet, judged at the end. */
public final class DemoMain {

    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private DemoMain() {}

    /** Runs the demo and exits with what it found. */
    public static void main(String[] args) {
        System.exit(run(Fleet.fromEnvironment(System.getenv()), args));
    }

    /** Runs the demo against a fleet: 0 when every invariant held. */
    public static int run(Fleet fleet, String... args) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(args);
        } catch (DemoOptions.UsageException wrong) {
            System.err.println("demo: " + wrong.getMessage());
            System.err.println(DemoOptions.USAGE);
            return USAGE;
        }
        if (options.help()) {
            System.out.println(DemoOptions.USAGE);
            return 0;
        }
        try {
            DemoReport report = new DemoRun(fleet, options).run();
            System.out.println(report.text());
            System.out.println("Report: " + report.writeBelow(fleet.home()));
            return report.good() ? 0 : BROKEN;
        } catch (IOException | UnexpectedAnswer | IllegalStateException failed) {
            System.err.println("demo: " + failed.getMessage());
            return BROKEN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return BROKEN;
        }
    }
}
