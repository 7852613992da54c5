package io.boxoffice.fraud.redis;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;

/** One script of the class path: one change of one slot, whole or not at all. */
public final class LuaScript<T> {
    private final StringRedisTemplate redis;
    private final DefaultRedisScript<T> script = new DefaultRedisScript<>();

    /** The script {@code <name>.lua} with an answer of this type ({@code Long} or {@code List}). */
    public LuaScript(StringRedisTemplate redis, String name, Class<T> answer) {
        this.redis = redis;
        script.setLocation(new ClassPathResource(name + ".lua"));
        script.setResultType(answer);
    }

    /**
     * Runs it; every argument goes as text.
     *
     * @throws DataAccessResourceFailureException when Redis does not answer; the change may have happened
     */
    public T run(List<String> keys, Object... args) {
        var words = Arrays.stream(args).map(String::valueOf).toArray();
        return translated(() -> redis.execute(script, keys, words));
    }

    /** Tells "Redis is away, repeat later" from our own mistakes: Spring's translation has several words for the first. */
    public static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (DataAccessException failure) {
            if (isOurMistake(failure)) {
                throw failure;
            }
            throw new DataAccessResourceFailureException("Redis does not answer", failure);
        }
    }

    private static boolean isOurMistake(DataAccessException failure) {
        return failure instanceof RedisSystemException
                && failure.getCause() instanceof RedisCommandExecutionException refused
                && !(refused instanceof RedisLoadingException
                        || refused instanceof RedisBusyException
                        || refused instanceof RedisReadOnlyException);
    }
}
