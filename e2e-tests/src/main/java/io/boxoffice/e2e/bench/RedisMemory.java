package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.load.RedisLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a Redis takes, read while it is not rewriting its file. */
final class RedisMemory {

    private static final Duration MOST_REWRITING = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;

    private final RedisLink redis;

    RedisMemory(RedisLink redis) {
        this.redis = redis;
    }

    /** Bytes of data and of the process. */
    record Use(long used, long resident) {}

    Use now() throws IOException, InterruptedException {
        long end = System.nanoTime() + MOST_REWRITING.toNanos();
        while (!isSettled()) {
            if (System.nanoTime() > end) {
                throw new IOException("Redis does not stop rewriting its file");
            }
            Thread.sleep(500);
        }
        var memory = redis.info("memory");
        return new Use(Long.parseLong(memory.get("used_memory")), Long.parseLong(memory.get("used_memory_rss")));
    }

    private boolean isSettled() throws IOException {
        var persistence = redis.info("persistence");
        return "0".equals(persistence.get("aof_rewrite_in_progress"))
                && "0".equals(persistence.get("aof_rewrite_scheduled"));
    }

    /** What a member of 16 bytes costs in a sorted set of its own, with nothing else. */
    double plainSet(int members) throws IOException, InterruptedException {
        var before = now();
        for (int done = 0; done < members; done += BATCH) {
            for (int member = done; member < done + BATCH; member++) {
                byte[] id = ByteBuffer.allocate(16)
                        .putLong(member * 0x9E3779B97F4A7C15L)
                        .putLong(member)
                        .array();
                redis.send(List.of("ZADD", "bench:plain", 1_800_000_000_000_000L + member, id));
            }
            redis.flush();
            for (int member = 0; member < BATCH; member++) {
                redis.receive();
            }
        }
        double bytes = (double) (now().used() - before.used()) / members;
        redis.call("DEL", "bench:plain");
        return bytes;
    }

    Map<String, Object> described(Use before, Use after, int fans) throws IOException {
        var server = redis.info("server");
        var memory = redis.info("memory");
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("version", server.get("redis_version"));
        described.put("allocator", memory.get("mem_allocator"));
        described.put("appendonly", "yes, " + ((List<?>) redis.call("CONFIG", "GET", "appendfsync")).get(1));
        described.put("used_memory_mib", after.used() >> 20);
        described.put("rss_mib", after.resident() >> 20);
        described.put("rss_bytes_a_fan", (after.resident() - before.resident()) / fans);
        return described;
    }
}
