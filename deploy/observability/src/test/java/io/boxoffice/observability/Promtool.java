package io.boxoffice.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prometheus' own checker. CI always has it ({@code BOXOFFICE_TEST_TOOLS=required}); elsewhere its tests are passed over where it is missing. */
final class Promtool {

    private Promtool() {}

    static String run(String... arguments) throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        if (!"required".equals(System.getenv("BOXOFFICE_TEST_TOOLS"))) {
            assumeTrue(there, "promtool is not installed (Debian: apt-get install prometheus)");
        }
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
