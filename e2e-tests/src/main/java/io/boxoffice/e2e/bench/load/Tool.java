package io.boxoffice.e2e.bench.load;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program from Debian. */
public enum Tool {
    WRK("wrk", "wrk"),
    NGINX("nginx", "nginx"),
    REDIS_BENCHMARK("redis-benchmark", "redis-tools"),
    PGBENCH("pgbench", "postgresql-contrib");

    private final String program;
    private final String debianPackage;

    Tool(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /**
     * Where it is.
     *
     * @throws IOException when it is not installed, with the package that has it
     */
    public Path path() throws IOException {
        String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(folders.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("%s is needed to compare with; on Debian: apt-get install %s"
                        .formatted(program, debianPackage)));
    }

    /** Runs it to its end and tells what it printed. */
    String run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, Map.of());
    }

    /** The same with some more variables in its environment. */
    String run(List<String> arguments, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path().toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(program, printed.strip()));
        }
        return printed;
    }
}
