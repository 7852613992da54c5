package io.boxoffice.waitingroom.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A line on a real Redis whose clock the test holds: the scripts are the service's own, but read the time from a key. Minutes of
 * a sale pass in moments.
 */
public final class ClockedLine {
    private static final String CLOCK = "redis.call('TIME')";
    private static final String OURS = "redis.call('HMGET', 'clock:' .. tag, 's', 'us')";
    private static final StringRedisTemplate REDIS = new StringRedisTemplate(TestLine.connect());
    private static final Map<String, LuaScript> SCRIPTS = new ConcurrentHashMap<>();

    public final UUID event = UUID.randomUUID();
    private final String tag = "{" + event + "}";
    private long now = 1_800_000_000_000L;

    public ClockedLine() {
        pass(0);
        run("queue/begin", 1, 0, 0, 0);
    }

    /** Lets so many milliseconds pass. */
    public void pass(long millis) {
        now += millis;
        REDIS.opsForHash()
                .putAll(
                        "clock:" + tag,
                        Map.of("s", String.valueOf(now / 1_000), "us", String.valueOf(now % 1_000 * 1_000)));
    }

    public long now() {
        return now;
    }

    public Reply run(String script, Object... args) {
        return SCRIPTS.computeIfAbsent(script, ClockedLine::load).run(event, args);
    }

    private static LuaScript load(String name) {
        var text = text("lua/entry") + text(name);
        if (!text.contains(CLOCK)) {
            throw new IllegalStateException("the scripts read the time in another way now");
        }
        return new LuaScript(REDIS.getRequiredConnectionFactory(), text.replace(CLOCK, OURS));
    }

    private static String text(String name) {
        try {
            return new ClassPathResource(name + ".lua").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has so many stand in the line and on the site; they are shadows without records. */
    public void crowd(int standing, int taken) {
        REDIS.delete(List.of("queue:" + tag, "active:" + tag));
        for (int i = 0; i < standing; i++) {
            REDIS.opsForZSet().add("queue:" + tag, "s" + i, i);
        }
        for (int i = 0; i < taken; i++) {
            REDIS.opsForZSet().add("active:" + tag, "t" + i, i);
        }
    }

    public String field(String name) {
        return String.valueOf(REDIS.opsForHash().get("line:" + tag, name));
    }

    public void field(String name, String value) {
        REDIS.opsForHash().put("line:" + tag, name, value);
    }

    /** The changes of the rate that were told: rate and cause. */
    public List<String> toldRates() {
        var told = new ArrayList<String>();
        REDIS.opsForStream()
                .range("outbox:" + tag, org.springframework.data.domain.Range.unbounded())
                .forEach(entry -> {
                    var fields = entry.getValue();
                    if (fields.get("what").equals("AdmissionRateChanged")) {
                        told.add(fields.get("rate") + " " + fields.get("cause"));
                    }
                });
        return told;
    }
}
