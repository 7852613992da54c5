package io.boxoffice.fleet.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process of its own, so that a test can kill it as the kernel would. */
public final class Forked implements AutoCloseable {
    private final Process process;
    private final int port;

    private Forked(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static Forked start(Class<?> main, Path log, String... arguments) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + port));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var forked = new Forked(process, port);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        Http.get(forked.url() + "/actuator/health/readiness").statusCode() == 200);
        return forked;
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
