package io.boxoffice.gateway.ratelimit;

import io.boxoffice.gateway.breaker.Breakers;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Counts for all instances together, and for this one alone when Redis is slow or away: never a locked door. */
@Component
class RateLimits {

    private final SharedWindows shared;
    private final LocalWindows local;
    private final RedisLink link;
    private final CircuitBreaker breaker;
    private final LimitProperties properties;

    RateLimits(
            SharedWindows shared, LocalWindows local, RedisLink link, Breakers breakers, LimitProperties properties) {
        this.shared = shared;
        this.local = local;
        this.link = link;
        this.breaker = breakers.of("redis");
        this.properties = properties;
    }

    Mono<Standing> take(Scope scope, String key) {
        return Mono.defer(() -> {
            var limit = properties.of(scope);
            var alone = Mono.fromSupplier(() -> local.take(scope, key, limit));
            return link.isMade() && breaker.tryAcquirePermission()
                    ? watched(shared.take(scope, key, limit)).onErrorResume(_ -> alone)
                    : alone;
        });
    }

    private Mono<Standing> watched(Mono<Standing> answer) {
        var start = breaker.getCurrentTimestamp();
        var unit = breaker.getTimestampUnit();
        var undecided = new AtomicBoolean(true);
        return answer.timeout(properties.answerWithin())
                .doOnNext(_ -> {
                    if (undecided.getAndSet(false)) {
                        breaker.onSuccess(breaker.getCurrentTimestamp() - start, unit);
                    }
                })
                .doOnError(error -> {
                    if (undecided.getAndSet(false)) {
                        breaker.onError(breaker.getCurrentTimestamp() - start, unit, error);
                    }
                })
                .doOnCancel(() -> {
                    if (undecided.getAndSet(false)) {
                        breaker.releasePermission();
                    }
                })
                // what follows is the work of a request; the one thread that reads from Redis has none to spare
                .publishOn(Schedulers.parallel());
    }
}
