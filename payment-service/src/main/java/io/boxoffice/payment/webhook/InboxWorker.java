package io.boxoffice.payment.webhook;

import io.boxoffice.payment.order.OrderRows;
import io.boxoffice.payment.reconcile.Continuation;
import io.boxoffice.payment.refund.Refunds;
import java.util.List;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works the inbox: goes on with the order and its refunds, which look at what the provider has; what the message says is believed of nobody. An order
 * that is being worked on finds out by itself.
 */
@Component
class InboxWorker implements AutoCloseable {
    private static final int BATCH = 100;

    private final WebhookInbox inbox;
    private final OrderRows rows;
    private final Continuation continuation;
    private final Refunds refunds;
    private final SimpleAsyncTaskExecutor threads;

    InboxWorker(WebhookInbox inbox, OrderRows rows, Continuation continuation, Refunds refunds) {
        this.inbox = inbox;
        this.rows = rows;
        this.continuation = continuation;
        this.refunds = refunds;
        this.threads = new SimpleAsyncTaskExecutor("inbox-");
        threads.setVirtualThreads(true);
        threads.setConcurrencyLimit(4);
        threads.setRejectTasksWhenLimitReached(true);
    }

    /** Works it now if there is room; the next round does otherwise. */
    void wake() {
        try {
            threads.execute(this::work);
        } catch (TaskRejectedException _) {
            // those at work, or the next round, will see it
        }
    }

    @Scheduled(fixedDelayString = "${payment.reconcile-every:10s}")
    void work() {
        List<WebhookInbox.Unprocessed> batch;
        do {
            batch = inbox.unprocessed(BATCH);
            batch.forEach(this::process);
        } while (batch.size() == BATCH);
    }

    private void process(WebhookInbox.Unprocessed told) {
        if (told.paymentIntent() != null) {
            rows.withIntent(told.paymentIntent()).ifPresent(orderId -> {
                continuation.unlessWorkedOn(orderId);
                refunds.goOn(orderId);
            });
        }
        inbox.processed(told.webhookId());
    }

    @Override
    public void close() {
        threads.close();
    }
}
