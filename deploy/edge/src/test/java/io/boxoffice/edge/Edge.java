package io.boxoffice.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The edge as its container starts it: the same entry point, the same files, Debian's nginx. CI always has that
 * ({@code BOXOFFICE_TEST_TOOLS=required}); elsewhere its tests are passed over where it is missing.
 */
final class Edge implements AutoCloseable {
    private static final List<Path> NEEDED = Stream.of(
                    "/usr/sbin/nginx",
                    "/usr/lib/nginx/modules/ngx_http_modsecurity_module.so",
                    "/usr/share/modsecurity-crs/rules",
                    "/usr/bin/envsubst")
            .map(Path::of)
            .toList();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Process nginx;
    private final int port;

    private Edge(Process nginx, int port) {
        this.nginx = nginx;
        this.port = port;
    }

    static Edge before(Origin origin, Path home, Map<String, String> settings) throws IOException {
        if (!"required".equals(System.getenv("BOXOFFICE_TEST_TOOLS"))) {
            assumeTrue(
                    NEEDED.stream().allMatch(Files::exists),
                    "nginx with ModSecurity is not installed (Debian: apt-get install nginx libnginx-mod-http-modsecurity"
                            + " modsecurity-crs gettext-base)");
        }
        // the workers are somebody else where we are root
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();
        var builder = new ProcessBuilder(
                        Path.of("entrypoint.sh").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("edge.log").toFile());
        var environment = new HashMap<>(Map.of(
                "EDGE_HOME", home.toString(),
                "EDGE_LISTEN", "127.0.0.1:" + port,
                "EDGE_GATEWAY", "127.0.0.1:" + origin.port()));
        environment.putAll(settings);
        builder.environment().putAll(environment);
        var edge = new Edge(builder.start(), port);
        await().atMost(Duration.ofSeconds(60)).until(() -> !edge.nginx.isAlive() || edge.listens());
        if (!edge.nginx.isAlive()) {
            throw new IllegalStateException(Files.readString(home.resolve("edge.log")));
        }
        return edge;
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(method, path, publisher, headers);
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws Exception {
        var all = new HashMap<>(Map.of("User-Agent", "Mozilla/5.0 (a browser)", "Content-Type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        all.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        nginx.destroy();
        await().atMost(Duration.ofSeconds(20)).until(() -> !nginx.isAlive());
    }
}
