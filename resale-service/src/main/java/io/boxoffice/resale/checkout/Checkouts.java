package io.boxoffice.resale.checkout;

import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.event.EventPolicies;
import io.boxoffice.resale.listing.ListedTicket;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.ListingRows;
import io.boxoffice.resale.listing.ListingStatus;
import io.boxoffice.resale.listing.Pending;
import io.boxoffice.resale.work.Work;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A listing on its way to its buyer. What is to happen is decided in one transaction that has the listing's row, then carried
 * out at inventory; a repeat finds the decision and goes on with it, and gets the answer of the first.
 */
@Service
class Checkouts {
    private final ListingRows rows;
    private final ListingMoves moves;
    private final CheckoutRows checkouts;
    private final EventPolicies policies;
    private final Work work;
    private final TransactionOperations transactions;
    private final Clock clock;

    Checkouts(
            ListingRows rows,
            ListingMoves moves,
            CheckoutRows checkouts,
            EventPolicies policies,
            Work work,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.checkouts = checkouts;
        this.policies = policies;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes the listing into checkout for an order. */
    Checkout checkout(UUID listingId, UUID order, UUID buyer) {
        try {
            decideAndDo(listingId, () -> {
                var listing = rows.lock(listingId).orElseThrow(Problems::notFound);
                var earlier = checkouts.find(order);
                if (earlier.isEmpty()) {
                    open(listing, order, buyer);
                } else if (!earlier.get().listingId().equals(listingId)
                        || !earlier.get().buyerId().equals(buyer)) {
                    throw CheckoutProblems.gone();
                }
            });
        } catch (DuplicateKeyException _) {
            throw CheckoutProblems.gone(); // the order has another listing
        }
        return opened(rows.get(listingId), checkouts.find(order).orElseThrow());
    }

    private void open(Listing listing, UUID order, UUID buyer) {
        switch (listing.status()) {
            case PREPARING -> throw Problems.notFound();
            case CHECKOUT -> throw CheckoutProblems.orderInProgress(listing.orderId());
            case SOLD, CANCELLED -> throw CheckoutProblems.gone();
            case ACTIVE -> {
                if (listing.sellerId().equals(buyer)) {
                    throw Problems.notFound();
                }
                if (policies.of(listing.eventId()).isOver(clock.instant())) {
                    throw CheckoutProblems.gone();
                }
                if (!checkouts.open(listing.id(), order, buyer)) {
                    throw CheckoutProblems.gone();
                }
            }
        }
    }

    private Checkout opened(Listing listing, CheckoutRow row) {
        if (Opening.TICKET_LIMIT.equals(row.cause())) {
            throw CheckoutProblems.ticketLimit(row.limit(), row.used());
        }
        if (row.cause() != null) {
            throw CheckoutProblems.gone();
        }
        if (listing.pending() == Pending.OPEN) {
            throw CheckoutProblems.unfinished();
        }
        return Checkout.of(listing, row, policies.of(listing.eventId()).date());
    }

    /** Gives the tickets to the buyer, for the order and fence that have them. */
    List<ListedTicket> confirm(UUID listingId, UUID order, long fence, UUID buyer) {
        decideAndDo(listingId, () -> {
            var listing = rows.lock(listingId).orElseThrow(CheckoutProblems::fenceLost);
            var row = owned(listingId, order, fence)
                    .filter(owned -> owned.buyerId().equals(buyer))
                    .orElseThrow(CheckoutProblems::fenceLost);
            if (row.status() == CheckoutRow.Status.OPEN && row.cause() == null && listing.pending() == null) {
                decide(listing, order);
            }
        });
        var row = checkouts.find(order).orElseThrow();
        if (row.cause() != null || row.status() == CheckoutRow.Status.RETURNED) {
            throw CheckoutProblems.fenceLost();
        }
        if (row.status() == CheckoutRow.Status.OPEN) {
            throw CheckoutProblems.unfinished();
        }
        return rows.get(listingId).tickets().stream().filter(ListedTicket::sold).toList();
    }

    private void decide(Listing listing, UUID order) {
        if (listing.doomed() == null) {
            moves.next(listing, Pending.CONFIRM, null, () -> {});
        } else {
            moves.next(listing, Pending.RETURN, null, () -> checkouts.refuse(order, Confirming.FENCE_LOST, null, null));
        }
    }

    /** Ends the order's checkout without a sale; once a sale was begun, that is carried out instead. */
    ListingStatus abandon(UUID listingId, UUID order, long fence, String cause) {
        decideAndDo(listingId, () -> {
            var listing = rows.lock(listingId).orElseThrow(CheckoutProblems::fenceLost);
            var row = owned(listingId, order, fence).orElseThrow(CheckoutProblems::fenceLost);
            if (row.status() == CheckoutRow.Status.OPEN
                    && (listing.pending() == null || listing.pending() == Pending.OPEN)) {
                moves.next(listing, Pending.RETURN, null, () -> checkouts.refuse(order, cause, null, null));
            }
        });
        return switch (checkouts.find(order).orElseThrow().status()) {
            case OPEN -> throw CheckoutProblems.unfinished();
            case CONFIRMED -> ListingStatus.SOLD;
            case RETURNED ->
                rows.get(listingId).status() == ListingStatus.CANCELLED
                        ? ListingStatus.CANCELLED
                        : ListingStatus.ACTIVE;
        };
    }

    private void decideAndDo(UUID listingId, Runnable decision) {
        Optional<UUID> worker = inTransaction(() -> {
            decision.run();
            return work.take(listingId);
        });
        work.run(listingId, worker);
    }

    private <T> T inTransaction(Supplier<T> what) {
        return Objects.requireNonNull(transactions.execute(_ -> what.get()));
    }

    private Optional<CheckoutRow> owned(UUID listing, UUID order, long fence) {
        return checkouts.find(order).filter(row -> row.listingId().equals(listing) && row.fence() == fence);
    }
}
