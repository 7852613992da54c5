package io.boxoffice.e2e.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An nginx of our own on a free port, with all it writes in one folder. */
public final class Nginx implements AutoCloseable {

    private static final Duration MOST_STARTING = Duration.ofSeconds(10);

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One that answers everything with the same bytes: what a perfect server of this answer would cost. */
    public static Nginx returning(Path folder, String type, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        String added = headers.entrySet().stream()
                .map(header -> "add_header %s %s;".formatted(header.getKey(), quoted(header.getValue())))
                .collect(Collectors.joining("\n"));
        return start(folder, "", """
                location / {
                    default_type %s;
                    %s
                    return 200 %s;
                }
                """.formatted(type, added, quoted(body)));
    }

    /** One that keeps what an origin says may be kept, with the settings of the edge. */
    public static Nginx caching(Path folder, String origin) throws IOException, InterruptedException {
        return start(folder, """
                proxy_cache_path %s/cache levels=1:2 keys_zone=edge:20m max_size=2g inactive=24h use_temp_path=off;
                proxy_cache_key $request_method$host$request_uri;
                proxy_cache_lock on;
                proxy_cache_lock_timeout 5s;
                proxy_cache_use_stale error timeout updating http_502 http_503 http_504;
                proxy_cache_background_update on;
                proxy_cache_revalidate on;
                upstream origin {
                    server %s max_fails=0;
                    keepalive 128;
                }
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                """.formatted(folder, origin), """
                location / {
                    proxy_cache edge;
                    proxy_pass http://origin;
                }
                """);
    }

    private static Nginx start(Path folder, String http, String server) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                %2$s
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log stderr error;
                events {
                    worker_connections 4096;
                }
                http {
                    access_log off;
                    server_tokens off;
                    keepalive_requests 1000000000;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    large_client_header_buffers 4 16k;
                    %3$s
                    server {
                        listen 127.0.0.1:%4$d;
                        %5$s
                    }
                }
                """.formatted(
                        folder,
                        // its workers must be able to write where root made the folder
                        "root".equals(System.getProperty("user.name")) ? "user root;" : "",
                        http,
                        port,
                        server));
        Process process = new ProcessBuilder(
                        List.of(Tool.NGINX.path().toString(), "-p", folder.toString(), "-c", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        var nginx = new Nginx(process, port);
        nginx.awaitReady(folder);
        return nginx;
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + MOST_STARTING.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("nginx did not start: " + Files.readString(folder.resolve("nginx.log")));
            }
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Its base URL. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static String quoted(String text) {
        if (text.contains("$") || text.contains("\n")) {
            throw new IllegalArgumentException("nginx cannot return: " + text);
        }
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
