package io.boxoffice.waitingroom.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Finds scripts by name, e.g. {@code queue/join}; each is preceded by {@code lua/entry.lua}, which they share. */
@Component
public class LuaScripts {
    private final RedisConnectionFactory redis;
    private final String shared = text("lua/entry");

    LuaScripts(RedisConnectionFactory redis) {
        this.redis = redis;
    }

    /** The script of that name. */
    public LuaScript named(String name) {
        return new LuaScript(redis, shared + text(name));
    }

    private static String text(String name) {
        try {
            return new ClassPathResource(name + ".lua").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
