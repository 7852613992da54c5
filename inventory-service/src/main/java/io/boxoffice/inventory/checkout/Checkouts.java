package io.boxoffice.inventory.checkout;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.hold.Hold;
import io.boxoffice.inventory.hold.HoldEnding;
import io.boxoffice.inventory.hold.HoldProperties;
import io.boxoffice.inventory.hold.HoldStatus;
import io.boxoffice.inventory.hold.Holds;
import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * A hold on its way to tickets. The hold's row is locked first in every transaction, so that checkout, confirm, abandon and
 * expiry of one hold happen one after the other; each order's checkout ends once and is remembered, so that repeats get the
 * answer of the first.
 */
@Service
class Checkouts {
    private final EventTransactions events;
    private final Holds holds;
    private final HoldEnding ending;
    private final CheckoutRepository checkouts;
    private final Purchases purchases;
    private final SoldOut soldOut;
    private final HoldProperties properties;

    Checkouts(
            EventTransactions events,
            Holds holds,
            HoldEnding ending,
            CheckoutRepository checkouts,
            Purchases purchases,
            SoldOut soldOut,
            HoldProperties properties) {
        this.events = events;
        this.holds = holds;
        this.ending = ending;
        this.checkouts = checkouts;
        this.purchases = purchases;
        this.soldOut = soldOut;
        this.properties = properties;
    }

    /** The hold as it stands, for its own fan. */
    Checkout look(UUID event, UUID holdId, UUID user) {
        var hold = events.read(event, shard -> holds.find(shard, event, holdId))
                .filter(found -> found.userId().equals(user))
                .orElseThrow(Problems::notFound);
        if (hold.status().gone()) {
            throw CheckoutProblems.holdExpired();
        }
        return Checkout.seen(hold);
    }

    /** Locks the hold for an order. */
    Checkout checkout(UUID event, UUID holdId, UUID order, UUID user, @Nullable UUID session) {
        try {
            return events.inTransaction(event, shard -> {
                var hold = holds.lock(shard, event, holdId)
                        .filter(found -> found.userId().equals(user))
                        .orElseThrow(Problems::notFound);
                if (session != null && hold.sessionId() != null && !session.equals(hold.sessionId())) {
                    throw CheckoutProblems.sessionOver();
                }
                return checkouts
                        .find(shard, event, order)
                        .map(earlier -> again(hold, order, earlier))
                        .orElseGet(() -> first(shard, hold, order));
            });
        } catch (DuplicateKeyException _) {
            throw CheckoutProblems.checkoutEnded();
        }
    }

    private static Checkout again(Hold hold, UUID order, CheckoutRepository.Row earlier) {
        if (!earlier.holdId().equals(hold.holdId())) {
            throw CheckoutProblems.checkoutEnded();
        }
        return switch (earlier.status()) {
            case OPEN -> Checkout.owned(hold, HoldStatus.CHECKOUT, order, earlier.fence());
            case CONFIRMED -> Checkout.owned(hold, HoldStatus.PURCHASED, order, earlier.fence());
            case RETURNED, RELEASED -> throw CheckoutProblems.checkoutEnded();
        };
    }

    private Checkout first(Shard shard, Hold hold, UUID order) {
        return switch (hold.status()) {
            case ACTIVE -> {
                long fence = checkouts
                        .open(shard, hold.eventId(), hold.holdId(), order)
                        .orElseThrow(CheckoutProblems::holdExpired);
                yield Checkout.owned(hold, HoldStatus.CHECKOUT, order, fence);
            }
            case CHECKOUT, PURCHASED -> throw CheckoutProblems.orderInProgress(hold.orderId());
            case RELEASED, EXPIRED -> throw CheckoutProblems.holdExpired();
        };
    }

    /** Turns the hold into tickets, for the order and fence that have it. */
    Purchases.Purchase confirm(UUID event, UUID holdId, UUID order, long fence, UUID user) {
        var purchase = events.inTransaction(event, shard -> {
            var hold = holds.lock(shard, event, holdId)
                    .filter(found -> found.userId().equals(user));
            var earlier = owned(shard, event, holdId, order, fence);
            return switch (earlier.status()) {
                case CONFIRMED -> purchases.repeat(shard, event, holdId);
                case OPEN -> purchases.make(shard, hold.orElseThrow(CheckoutProblems::fenceLost), order, fence);
                case RETURNED, RELEASED -> throw CheckoutProblems.fenceLost();
            };
        });
        if (purchase.fresh()) {
            purchases.count(event, purchase);
            soldOut.afterSale(event);
        }
        return purchase;
    }

    /** How an order gives a hold up. */
    enum Outcome {
        /** Back to its fan. */
        RETURN,
        /** The seats become free. */
        RELEASE
    }

    /** Ends the order's checkout without a sale; the first outcome stands. */
    HoldStatus abandon(UUID event, UUID holdId, UUID order, long fence, Outcome outcome, String cause) {
        var status = events.inTransaction(event, shard -> {
            holds.lock(shard, event, holdId);
            var earlier = owned(shard, event, holdId, order, fence);
            return switch (earlier.status()) {
                case OPEN -> end(shard, holdId, order, fence, outcome, cause);
                case RETURNED -> HoldStatus.ACTIVE;
                case RELEASED -> HoldStatus.RELEASED;
                case CONFIRMED -> HoldStatus.PURCHASED;
            };
        });
        if (status == HoldStatus.RELEASED) {
            soldOut.afterRelease(event);
        }
        return status;
    }

    private HoldStatus end(Shard shard, UUID holdId, UUID order, long fence, Outcome outcome, String cause) {
        return switch (outcome) {
            case RETURN -> {
                if (!checkouts.giveBack(shard, holdId, order, fence, properties.declineMinLeft())) {
                    throw CheckoutProblems.fenceLost();
                }
                checkouts.close(shard, order, CheckoutRepository.Status.RETURNED, cause);
                yield HoldStatus.ACTIVE;
            }
            case RELEASE -> {
                ending.giveUp(shard, holdId, order, cause);
                checkouts.close(shard, order, CheckoutRepository.Status.RELEASED, cause);
                yield HoldStatus.RELEASED;
            }
        };
    }

    private CheckoutRepository.Row owned(Shard shard, UUID event, UUID holdId, UUID order, long fence) {
        Optional<CheckoutRepository.Row> earlier = checkouts.find(shard, event, order);
        return earlier.filter(row -> row.holdId().equals(holdId) && row.fence() == fence)
                .orElseThrow(CheckoutProblems::fenceLost);
    }

    /** Takes back what an order bought; a repeat changes nothing and answers the same. */
    int revoke(UUID event, UUID order, String cause) {
        boolean changed = events.inTransaction(event, shard -> purchases.revoke(shard, event, order, cause));
        if (changed) {
            soldOut.afterRelease(event);
        }
        return events.read(event, shard -> checkouts.revokedOf(shard, event, order));
    }
}
