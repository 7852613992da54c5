package io.boxoffice.resale.payout;

import io.boxoffice.common.messaging.Outbox;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells payouts that have fallen due, and those whose event was cancelled before. */
@Component
class PayoutSweep {
    private static final Logger log = LoggerFactory.getLogger(PayoutSweep.class);

    private final Payouts payouts;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    PayoutSweep(Payouts payouts, Outbox outbox, TransactionOperations transactions, Clock clock) {
        this.payouts = payouts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${resale.sweep-every:2s}")
    void round() {
        transactions.executeWithoutResult(_ -> {
            payouts.cancel().forEach(this::tell);
            payouts.fallDue().forEach(this::tell);
        });
    }

    private void tell(Payout payout) {
        var event = event(payout);
        outbox.append("boxoffice.resale", payout.eventId(), event.getClass().getSimpleName(), payout.id(), event);
        log.atInfo()
                .addKeyValue("payout_id", payout.id())
                .addKeyValue("listing_id", payout.listingId())
                .addKeyValue("status", payout.status())
                .log("payout moved");
    }

    private PayoutEvent event(Payout payout) {
        return switch (payout.status()) {
            case DUE ->
                new PayoutEvent.PayoutDue(
                        payout.eventId(),
                        clock.instant(),
                        payout.id(),
                        payout.listingId(),
                        payout.sellerId(),
                        payout.orderId(),
                        payout.amount(),
                        payout.platformFee(),
                        payout.currency(),
                        payout.dueAt());
            case CANCELLED ->
                new PayoutEvent.PayoutCancelled(
                        payout.eventId(),
                        clock.instant(),
                        payout.id(),
                        payout.listingId(),
                        payout.sellerId(),
                        payout.orderId(),
                        payout.amount(),
                        payout.platformFee(),
                        payout.currency(),
                        payout.dueAt());
            case PENDING -> throw new IllegalStateException("nothing to tell of payout " + payout.id());
        };
    }
}
