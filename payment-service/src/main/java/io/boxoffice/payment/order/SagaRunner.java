package io.boxoffice.payment.order;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.stereotype.Component;

/** Runs sagas in threads of their own, so that one goes on when its buyer has waited long enough. */
@Component
class SagaRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SagaRunner.class);
    private static final Duration SHUTDOWN_WAITS = Duration.ofSeconds(10);

    private final OrderSaga saga;
    private final OrderRows rows;
    private final OrderProperties properties;
    private final SimpleAsyncTaskExecutor threads;

    SagaRunner(OrderSaga saga, OrderRows rows, OrderProperties properties) {
        this.saga = saga;
        this.rows = rows;
        this.properties = properties;
        this.threads = new SimpleAsyncTaskExecutor("saga-");
        threads.setVirtualThreads(true);
        threads.setTaskDecorator(new ContextPropagatingTaskDecorator());
        threads.setTaskTerminationTimeout(SHUTDOWN_WAITS.toMillis());
    }

    /** Goes on with an order and answers how far it has come, in time for its buyer. */
    Order run(UUID orderId) {
        var running = CompletableFuture.runAsync(() -> saga.advance(orderId), threads);
        try {
            running.get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            log.atInfo().addKeyValue("order_id", orderId).log("order goes on without its buyer");
        } catch (ExecutionException e) {
            log.atError()
                    .addKeyValue("order_id", orderId)
                    .setCause(e.getCause())
                    .log("saga broke off");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return rows.get(orderId);
    }

    @Override
    public void close() {
        threads.close();
    }
}
