package io.boxoffice.payment.refund;

import io.boxoffice.payment.order.OrderProperties;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.stereotype.Component;

/** Runs refunds in threads of their own, so that one goes on when support has waited long enough. */
@Component
class RefundRunner implements AutoCloseable {
    private static final Duration SHUTDOWN_WAITS = Duration.ofSeconds(10);

    private final RefundSaga saga;
    private final RefundRows rows;
    private final Duration answerWithin;
    private final SimpleAsyncTaskExecutor threads;

    RefundRunner(RefundSaga saga, RefundRows rows, OrderProperties properties) {
        this.saga = saga;
        this.rows = rows;
        this.answerWithin = properties.answerWithin();
        this.threads = new SimpleAsyncTaskExecutor("refund-");
        threads.setVirtualThreads(true);
        threads.setTaskDecorator(new ContextPropagatingTaskDecorator());
        threads.setTaskTerminationTimeout(SHUTDOWN_WAITS.toMillis());
    }

    /** Goes on with a refund and answers how far it has come, in time for whoever asked. */
    Refund run(UUID refundId) {
        CompletableFuture.runAsync(() -> saga.advance(refundId), threads)
                .completeOnTimeout(null, answerWithin.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return rows.get(refundId);
    }

    @Override
    public void close() {
        threads.close();
    }
}
