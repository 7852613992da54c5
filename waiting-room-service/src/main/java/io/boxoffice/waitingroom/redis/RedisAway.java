package io.boxoffice.waitingroom.redis;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.RedisSystemException;

/** Tells "Redis is away, repeat later" from our own mistakes: Spring's translation has several words for the first. */
final class RedisAway {
    private RedisAway() {}

    static <T> T translated(Supplier<T> call) {
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
