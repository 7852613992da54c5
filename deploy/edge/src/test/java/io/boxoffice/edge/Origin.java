package io.boxoffice.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where the gateway stands: answers everything, and counts what reaches it. */
final class Origin implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, String> cacheControl = new ConcurrentHashMap<>();
    private final Map<String, List<String>> forwardedFor = new ConcurrentHashMap<>();

    Origin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long bytes = exchange.getRequestBody().readAllBytes().length;
            String path = exchange.getRequestURI().getRawPath();
            asked.computeIfAbsent(path, unused -> new AtomicInteger()).incrementAndGet();
            forwardedFor.put(path, exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", cacheControl.getOrDefault(path, "no-store"));
            byte[] body = "{\"method\":\"%s\",\"bytes\":%d}"
                    .formatted(exchange.getRequestMethod(), bytes)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** From now on the answers of this path may be kept. */
    void allowKeeping(String path, String forHowLong) {
        cacheControl.put(path, forHowLong);
    }

    int timesAsked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    List<String> forwardedFor(String path) {
        return forwardedFor.getOrDefault(path, List.of());
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
