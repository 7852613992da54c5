package io.boxoffice.inventory.stream;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who looks at an event's stream and keeps a map by it. */
final class StreamViewer implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    final HttpResponse<InputStream> answer;
    final List<Told> told = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    final List<String> comments = new CopyOnWriteArrayList<>();
    final List<String> retries = new CopyOnWriteArrayList<>();
    private final Map<String, StringBuilder> letters = new TreeMap<>();
    private final Map<String, JsonNode> counts = new TreeMap<>();
    private volatile boolean ended;
    private long version = -1;
    private String id = "";
    private String event = "";

    record Told(String id, String event, JsonNode data) {}

    private StreamViewer(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    static StreamViewer of(int port, UUID event) {
        return of(port, event, null, null);
    }

    /** Comes back to what another one had. */
    static StreamViewer after(int port, UUID event, StreamViewer before) {
        return of(port, event, String.valueOf(before.version()), before);
    }

    static StreamViewer of(int port, UUID event, @Nullable String last, @Nullable StreamViewer before) {
        var request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/v1/events/" + event + "/availability/stream"));
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        try {
            var viewer = new StreamViewer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
            if (before != null) {
                viewer.remembers(before);
            }
            if (viewer.answer.statusCode() == 200) {
                Thread.startVirtualThread(viewer::listen);
            }
            return viewer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void remembers(StreamViewer before) {
        synchronized (before) {
            before.letters.forEach((section, known) -> letters.put(section, new StringBuilder(known)));
            counts.putAll(before.counts);
            version = before.version;
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::hear);
        } catch (IOException | UncheckedIOException _) {
            // hung up
        } finally {
            ended = true;
        }
    }

    private void hear(String line) {
        if (line.startsWith(":")) {
            comments.add(line);
        } else if (line.startsWith("retry: ")) {
            retries.add(line.substring(7));
        } else if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            event = line.substring(7);
        } else if (line.startsWith("data: ")) {
            take(JSON.readTree(line.substring(6)));
        }
    }

    private synchronized void take(JsonNode data) {
        long next = data.path("version").asLong();
        if (next < version || !id.equals(String.valueOf(next))) {
            faults.add("version " + next + ", id " + id + " after " + version);
        }
        if (event.equals("snapshot")) {
            data.path("sections").forEach(section -> {
                if (section.has("seats")) {
                    letters.put(
                            section.path("section").asString(),
                            new StringBuilder(section.path("seats").asString()));
                }
                counts.put(section.path("section").asString(), section);
            });
        } else {
            if (data.path("from_version").asLong() != version) {
                faults.add("from " + data.path("from_version") + " where " + version + " is known");
            }
            data.path("changes")
                    .forEach(change -> letters.get(change.path(0).asString())
                            .setCharAt(
                                    change.path(1).asInt(),
                                    change.path(2).asString().charAt(0)));
            data.path("counts").properties().forEach(count -> counts.put(count.getKey(), count.getValue()));
        }
        version = next;
        told.add(new Told(id, event, data));
    }

    synchronized long version() {
        return version;
    }

    synchronized String letters(String section) {
        var known = letters.get(section);
        return known == null ? "" : known.toString();
    }

    synchronized int count(String section, String what) {
        return counts.containsKey(section) ? counts.get(section).path(what).asInt(-1) : -1;
    }

    boolean hasEnded() {
        return ended;
    }

    StreamViewer awaitTold(int many) {
        await().until(() -> told.size() >= many);
        return this;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
