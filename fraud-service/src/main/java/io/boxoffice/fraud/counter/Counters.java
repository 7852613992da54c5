package io.boxoffice.fraud.counter;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.fraud.redis.LuaScript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Counts in Redis. All keys of an account share a hash tag; devices and addresses have keys of their own. */
@Component
public class Counters {
    private static final Duration AT_ADDRESS = Duration.ofMinutes(1);
    private static final Duration AT_DEVICE = Duration.ofDays(1);
    private static final Duration FACTS_KEPT = Duration.ofDays(2);

    private final StringRedisTemplate redis;
    private final LuaScript<List> account;
    private final LuaScript<Long> seen;
    private final LuaScript<Long> remember;
    private final Clock clock;

    Counters(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.account = new LuaScript<>(redis, "counter/account", List.class);
        this.seen = new LuaScript<>(redis, "counter/seen", Long.class);
        this.remember = new LuaScript<>(redis, "counter/remember", Long.class);
        this.clock = clock;
    }

    /**
     * Counts what was observed and tells what is known since.
     *
     * @throws org.springframework.dao.DataAccessResourceFailureException when Redis does not answer
     */
    public Seen count(Observation observed) {
        var now = clock.instant();
        var at = observed.at().isAfter(now) ? now : observed.at();
        var reply = account.run(keys(observed.user()), arguments(observed, now, at));
        var device = word(reply, 6);
        var address = word(reply, 7);
        var onDevice = seen(device, "fraud:device:", AT_DEVICE, observed.device() == null ? "" : observed.user(), at);
        var requests = seen(address, "fraud:address:", AT_ADDRESS, observed.address() == null ? "" : observed.id(), at);
        var figures = new Figures(
                number(reply, 0),
                number(reply, 1),
                number(reply, 2),
                number(reply, 3),
                number(reply, 4),
                number(reply, 5),
                onDevice,
                requests,
                instant(word(reply, 8)));
        var decision = word(reply, 9);
        return new Seen(
                figures,
                decision.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Standing(
                                Verdict.valueOf(decision), Instant.ofEpochMilli(Long.parseLong(word(reply, 10))))));
    }

    private static Object[] arguments(Observation observed, Instant now, Instant at) {
        var arguments = new ArrayList<Object>();
        arguments.add(now.toEpochMilli());
        arguments.add(observed.sign() == null ? 0 : observed.sign().ordinal() + 1);
        arguments.add(observed.id());
        arguments.add(at.toEpochMilli());
        arguments.add(orEmpty(observed.device()));
        arguments.add(orEmpty(observed.address()));
        var made = observed.accountCreatedAt();
        arguments.add(made == null ? "" : made.toEpochMilli());
        for (var sign : Sign.values()) {
            arguments.add(sign.remembered().toMillis());
        }
        return arguments.toArray();
    }

    private long seen(String name, String prefix, Duration remembered, Object member, Instant at) {
        return name.isEmpty()
                ? 0
                : seen.run(
                        List.of(prefix + name),
                        clock.instant().toEpochMilli(),
                        remembered.toMillis(),
                        member,
                        at.toEpochMilli());
    }

    /** Keeps the verdict at hand, so that judging again needs no database while it stands. */
    public void remember(UUID user, Standing standing) {
        remember.run(
                List.of(facts(user)),
                standing.decision().name(),
                standing.toldAt().toEpochMilli(),
                FACTS_KEPT.toMillis());
    }

    /** Forgives: nothing the account did so far counts any more. */
    public void forget(UUID user) {
        LuaScript.translated(() -> redis.delete(keys(user)));
    }

    private static List<String> keys(UUID user) {
        var lists = Arrays.stream(Sign.values()).map(sign -> "fraud:{" + user + "}:" + sign.word());
        return Stream.concat(lists, Stream.of(facts(user))).toList();
    }

    private static String facts(UUID user) {
        return "fraud:{" + user + "}:facts";
    }

    private static String orEmpty(@Nullable String word) {
        return word == null ? "" : word;
    }

    private static long number(List<?> reply, int index) {
        return (Long) reply.get(index);
    }

    private static String word(List<?> reply, int index) {
        return String.valueOf(reply.get(index));
    }

    private static @Nullable Instant instant(String millis) {
        return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
