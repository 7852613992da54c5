package io.boxoffice.gateway.ratelimit;

import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts in Redis, for all instances together. */
@Component
class SharedWindows {

    private static final RedisScript<String> TAKE =
            RedisScript.of(new ClassPathResource("ratelimit/take.lua"), String.class);

    private final ReactiveStringRedisTemplate redis;

    SharedWindows(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    Mono<Standing> take(Scope scope, String key, Limit limit) {
        var arguments = List.of(
                Integer.toString(limit.requests()), Long.toString(limit.window().toMillis()));
        return redis.execute(TAKE, List.of("limit:" + scope.word() + ":" + key), arguments)
                .single()
                .map(answer -> standing(answer, limit));
    }

    private static Standing standing(String answer, Limit limit) {
        var parts = answer.split(":", -1);
        return new Standing(
                parts[0].equals("1"),
                limit.requests(),
                Integer.parseInt(parts[1]),
                Duration.ofMillis(Long.parseLong(parts[2])));
    }
}
