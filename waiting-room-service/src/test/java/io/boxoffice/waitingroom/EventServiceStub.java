package io.boxoffice.waitingroom;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An event-service that knows only what a test published there. */
public final class EventServiceStub {
    private static final Map<String, String> EVENTS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();
    private static final String PRESALE_KEY = "/presale-key";
    private static final String URL = start();

    private EventServiceStub() {}

    public static String url() {
        return URL;
    }

    public static void publish(UUID event, String json) {
        EVENTS.put(event.toString(), json);
    }

    /** What it says of the event's presale codes. */
    public static void presaleKey(UUID event, String json) {
        EVENTS.put(event + PRESALE_KEY, json);
    }

    public static int askedForPresaleKey(UUID event) {
        return ASKED.getOrDefault(event + PRESALE_KEY, new AtomicInteger()).get();
    }

    public static int asked(UUID event) {
        return ASKED.getOrDefault(event.toString(), new AtomicInteger()).get();
    }

    private static String start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/events/", exchange -> {
                var id = exchange.getRequestURI().getPath().substring("/internal/events/".length());
                ASKED.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
                var body = EVENTS.get(id);
                var bytes = (body == null ? "{\"code\":\"not-found\"}" : body).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
