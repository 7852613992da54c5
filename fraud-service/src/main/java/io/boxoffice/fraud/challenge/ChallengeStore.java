package io.boxoffice.fraud.challenge;

import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.fraud.redis.LuaScript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Challenges in Redis, with an end of their own. Nothing more durable is needed: one that is lost costs a fan a second of work
 * for the next, and a solution could work twice only if Redis lost it within the five minutes it is good for.
 */
@Component
class ChallengeStore {
    /** How much longer we can tell an expired challenge from an unknown one. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final StringRedisTemplate redis;
    private final LuaScript<List> attempt;
    private final ChallengeProperties properties;
    private final Clock clock;

    ChallengeStore(StringRedisTemplate redis, ChallengeProperties properties, Clock clock) {
        this.redis = redis;
        this.attempt = new LuaScript<>(redis, "challenge/attempt", List.class);
        this.properties = properties;
        this.clock = clock;
    }

    /** What one attempt came to. */
    sealed interface Attempt {
        record Solved() implements Attempt {}

        /** The number was not the one; {@code tries} so far. */
        record Wrong(long tries) implements Attempt {}

        /** Solved before, expired, or no tries left. */
        record Over() implements Attempt {}
    }

    void save(Challenge challenge) {
        var key = key(challenge.id());
        LuaScript.translated(() -> {
            redis.opsForHash()
                    .putAll(
                            key,
                            Map.of(
                                    "user", challenge.user().toString(),
                                    "event", challenge.event().toString(),
                                    "purpose", challenge.purpose().name(),
                                    "device", challenge.deviceHash(),
                                    "salt", challenge.salt(),
                                    "hash", challenge.hash(),
                                    "expires",
                                            String.valueOf(challenge.expires().toEpochMilli())));
            return redis.expire(key, properties.lasts().plus(REMEMBERED));
        });
    }

    Optional<Challenge> find(UUID id) {
        var fields =
                LuaScript.translated(() -> redis.<String, String>opsForHash().entries(key(id)));
        return fields.isEmpty() ? Optional.empty() : Optional.of(read(id, fields));
    }

    Attempt attempt(Challenge challenge, boolean right) {
        var reply = attempt.run(
                List.of(key(challenge.id())),
                right ? 1 : 0,
                properties.tries(),
                clock.instant().toEpochMilli());
        return switch (String.valueOf(reply.getFirst())) {
            case "SOLVED" -> new Attempt.Solved();
            case "WRONG" -> new Attempt.Wrong((Long) reply.get(1));
            default -> new Attempt.Over();
        };
    }

    private static Challenge read(UUID id, Map<String, String> fields) {
        return new Challenge(
                id,
                UUID.fromString(field(fields, "user")),
                UUID.fromString(field(fields, "event")),
                Purpose.valueOf(field(fields, "purpose")),
                field(fields, "device"),
                field(fields, "salt"),
                field(fields, "hash"),
                Instant.ofEpochMilli(Long.parseLong(field(fields, "expires"))));
    }

    private static String field(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("a challenge without " + name);
        }
        return value;
    }

    private static String key(UUID id) {
        return "fraud:challenge:" + id;
    }
}
