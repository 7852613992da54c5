package io.boxoffice.fleet.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short helper commands, run to their end. */
final class Commands {
    private static final int SECONDS = 120;

    record Result(int status, String output) {}

    private Commands() {}

    static Result run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command.getFirst() + " did not end");
            }
            return new Result(process.exitValue(), text.strip());
        } finally {
            process.destroyForcibly();
        }
    }

    static boolean succeeds(String... command) throws InterruptedException {
        try {
            return run(List.of(command)).status() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
