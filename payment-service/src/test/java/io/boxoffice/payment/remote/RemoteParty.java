package io.boxoffice.payment.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Another party over real HTTP, with a state of its own and faults on demand. */
abstract class RemoteParty {
    static final JsonMapper JSON = JsonMapper.builder().build();

    record Request(String method, String path, String query, Map<String, String> headers, String body) {}

    public record Reply(int status, Object body) {}

    private record Planned(Fault fault, AtomicInteger times) {}

    private final Map<String, Planned> faults = new ConcurrentHashMap<>();
    private final HttpServer server;

    RemoteParty() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next {@code times} calls of {@code operation} go wrong. */
    public void failing(String operation, Fault fault, int times) {
        faults.put(operation, new Planned(fault, new AtomicInteger(times)));
    }

    public void healthy() {
        faults.clear();
    }

    abstract String operation(Request request);

    abstract Reply decide(String operation, Request request);

    private void serve(HttpExchange exchange) throws IOException {
        var request = read(exchange);
        var operation = operation(request);
        var fault = next(operation);
        if (fault != null && fault.isBefore()) {
            strike(exchange, fault);
            return;
        }
        Reply reply;
        synchronized (this) {
            reply = decide(operation, request);
        }
        if (fault != null) {
            strike(exchange, fault);
        } else {
            send(exchange, reply);
        }
    }

    private Fault next(String operation) {
        var planned = faults.get(operation);
        return planned != null && planned.times().getAndDecrement() > 0 ? planned.fault() : null;
    }

    private static void strike(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case ERROR_BEFORE, ERROR_AFTER ->
                send(exchange, new Reply(500, Map.of("error", Map.of("type", "api_error", "message", "broken"))));
            case RESET_BEFORE, RESET_AFTER -> exchange.close();
            case TIMEOUT_BEFORE, TIMEOUT_AFTER -> {
                // never answered
            }
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders()
                .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
