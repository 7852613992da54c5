package io.boxoffice.waitingroom.model;

import io.boxoffice.common.test.TestServers;
import io.boxoffice.waitingroom.redis.Reply;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The scripts that the service runs, on a real Redis, but time and server are the test's. Each is followed by
 * {@code model/look.lua} in the same call.
 */
final class ClockedScripts {
    static final String REDIS_TIME = "local time = redis.call('TIME')";
    private static final String TEST_TIME = "local time = {KEYS[2], KEYS[3]}";
    static final String REDIS_SERVER = "return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')";
    private static final String TEST_SERVER = "return KEYS[4]";
    private static final int DATABASE = 9;
    private static final RedisClient CLIENT = RedisClient.create(RedisURI.builder()
            .withHost(TestServers.redis().host())
            .withPort(TestServers.redis().port())
            .withDatabase(DATABASE)
            .build());
    private static final List<RedisCommands<byte[], byte[]>> INSTANCES = IntStream.range(0, Setting.INSTANCES)
            .mapToObj(_ -> CLIENT.connect(ByteArrayCodec.INSTANCE).sync())
            .toList();
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Mutation mutation;

    /** A mistake planted in one script: {@code original} stands there exactly once. */
    record Mutation(String script, String original, String replacement) {
        static final Mutation NONE = new Mutation("", "", "");

        String in(String name, String text) {
            return name.equals(script) ? replaceOnce(text, original, replacement) : text;
        }
    }

    ClockedScripts(Mutation mutation) {
        this.mutation = mutation;
    }

    /** Runs it through one of the instances at that time; answers what it did, and what it left. */
    Reply run(int instance, String script, UUID event, long micros, int server, Object... args) {
        var keys = Stream.of("queue:{" + event + "}", micros / 1_000_000, micros % 1_000_000, server)
                .map(ClockedScripts::bytes)
                .toArray(byte[][]::new);
        var values = Stream.of(args).map(ClockedScripts::bytes).toArray(byte[][]::new);
        var digest =
                digests.computeIfAbsent(script, name -> INSTANCES.getFirst().scriptLoad(text(name)));
        return new Reply(INSTANCES.get(instance).evalsha(digest, ScriptOutputType.MULTI, keys, values));
    }

    /** What a key has; nothing if there is none. */
    byte[] get(String key) {
        var value = INSTANCES.getFirst().get(bytes(key));
        return value == null ? new byte[0] : value;
    }

    static void forgetAll() {
        INSTANCES.getFirst().flushdb();
    }

    /** All keys as they are now. */
    static Map<String, byte[]> copy() {
        var redis = INSTANCES.getFirst();
        return redis.keys("*").stream()
                .collect(Collectors.toMap(key -> new String(key, StandardCharsets.US_ASCII), redis::dump));
    }

    /** Forgets everything but a copy. */
    static void backTo(Map<String, byte[]> copy) {
        forgetAll();
        copy.forEach((key, value) -> INSTANCES.getFirst().restore(key.getBytes(StandardCharsets.US_ASCII), 0, value));
    }

    private static byte[] bytes(Object value) {
        return value instanceof byte[] raw ? raw : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }

    private String text(String name) {
        var shared = replaceOnce(mutation.in("lua/entry", source("lua/entry")), REDIS_TIME, TEST_TIME);
        shared = replaceOnce(shared, REDIS_SERVER, TEST_SERVER);
        return "local reply = (function()\n" + shared + mutation.in(name, source(name)) + "\nend)()\n"
                + source("model/look");
    }

    private static String source(String name) {
        return TEXTS.computeIfAbsent(name, _ -> {
            try {
                return new ClassPathResource(name + ".lua").getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** No silent change of nothing, or of more than was meant. */
    private static String replaceOnce(String text, String original, String replacement) {
        int at = text.indexOf(original);
        if (at < 0 || text.indexOf(original, at + 1) >= 0) {
            throw new IllegalArgumentException("not there exactly once: " + original);
        }
        return text.replace(original, replacement);
    }
}
