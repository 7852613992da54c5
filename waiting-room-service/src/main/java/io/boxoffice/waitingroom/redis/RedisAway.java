package io.boxoffice.waitingroom.redis;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.RedisSystemException;

/** Tells "Redis is away, repeat later" from our own mistakes: Spring's translation has several words for the first. */
final class RedisAway {
    private static final List<String> BETWEEN_MASTERS =
            List.of("CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN", "NOREPLICAS", "MOVED", "ASK");

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
                        || refused instanceof RedisReadOnlyException
                        || isBetweenMasters(refused));
    }

    /** What a cluster says while it looks for a new master, or moves a slot. */
    private static boolean isBetweenMasters(RedisCommandExecutionException refused) {
        var message = String.valueOf(refused.getMessage());
        return BETWEEN_MASTERS.stream().anyMatch(message::startsWith);
    }
}
