package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.load.RedisLink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.zip.ZipFile;

/**
 * Fans by the million, through the service's own join script: nothing in Redis is made by hand. Only the way over HTTP is left out; the
 * arguments are those of {@code queue/join.lua}.
 */
final class QueueFill implements AutoCloseable {

    private static final int BATCH = 64;
    private static final int UNDER_WAY = 4;
    private static final String JAR = "waiting-room-service/target/waiting-room-service-0.1.0-SNAPSHOT-app.jar";
    private static final String OPEN_SINCE = "1";
    private static final String CLOSES =
            Long.toString(Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
    private static final List<Object> PHASES = List.of(OPEN_SINCE, CLOSES, OPEN_SINCE, "0");
    private static final List<Object> PACE = List.of("600", "1", "1", "1", "20000");

    private final RedisLink redis;
    private final String script;
    private final RandomGenerator random;

    QueueFill(Path repository, int redisPort, RandomGenerator random) throws IOException {
        this.redis = new RedisLink(redisPort);
        this.random = random;
        try (var jar = new ZipFile(repository.resolve(JAR).toFile())) {
            this.script = redis.call("SCRIPT", "LOAD", text(jar, "lua/entry") + text(jar, "queue/join"))
                    .toString();
        }
    }

    private static String text(ZipFile jar, String name) throws IOException {
        var entry = jar.getEntry("BOOT-INF/classes/" + name + ".lua");
        if (entry == null) {
            throw new IOException(jar.getName() + " has no script " + name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** That many new fans join. */
    void join(UUID event, int count) throws IOException {
        int underWay = 0;
        for (int joined = 0; joined < count; joined += BATCH) {
            if (underWay == UNDER_WAY) {
                settle();
                underWay--;
            }
            redis.send(command(event, Math.min(BATCH, count - joined)));
            redis.flush();
            underWay++;
        }
        for (; underWay > 0; underWay--) {
            settle();
        }
    }

    private List<Object> command(UUID event, int fans) {
        List<Object> words = new ArrayList<>(List.of("EVALSHA", script, "1", "queue:{" + event + "}"));
        words.addAll(PHASES);
        words.addAll(PACE);
        for (int fan = 0; fan < fans; fan++) {
            words.addAll(List.of(bytes(), bytes(), "0", "-1", "0.5"));
        }
        return words;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }

    private void settle() throws IOException {
        if (!(redis.receive() instanceof List<?> reply)
                || !"DONE".equals(reply.getFirst())
                || !(reply.get(1) instanceof List<?> answers)
                || !answers.stream()
                        .allMatch(answer ->
                                answer instanceof List<?> one && one.getFirst().equals("NEW"))) {
            throw new IOException("the join script does not answer as expected");
        }
    }

    @Override
    public void close() throws IOException {
        redis.close();
    }
}
