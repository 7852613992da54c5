package io.boxoffice.resale.purchase;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.checkout.CheckoutRows;
import io.boxoffice.resale.event.EventPolicies;
import io.boxoffice.resale.guard.RemoteGuard;
import io.boxoffice.resale.guard.RemoteGuards;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingRows;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Hands a purchase to payment under the fan's own key, and its answer back as it is. Payment stores the answer, so a repeat is
 * safe also when ours was lost; a fan who had the listing in checkout therefore always gets through to it.
 */
@Component
class PurchaseDesk {
    private static final Logger log = LoggerFactory.getLogger(PurchaseDesk.class);

    private final ListingRows rows;
    private final CheckoutRows checkouts;
    private final EventPolicies policies;
    private final PurchaseCalls payment;
    private final RemoteGuard guard;
    private final Clock clock;

    PurchaseDesk(
            ListingRows rows,
            CheckoutRows checkouts,
            EventPolicies policies,
            InternalCalls calls,
            RemoteGuards guards,
            PurchaseProperties properties,
            Clock clock) {
        this.rows = rows;
        this.checkouts = checkouts;
        this.policies = policies;
        this.payment = calls.client("payment", PurchaseCalls.class, properties.timeout());
        this.guard = guards.named("payment");
        this.clock = clock;
    }

    ResponseEntity<byte[]> buy(UUID listingId, String key, PurchaseRequest wanted, Buyer buyer) {
        var listing = rows.find(listingId).orElseThrow(Problems::notFound);
        if (!checkouts.hasTried(listingId, buyer.sub())) {
            requireForSale(listing, buyer);
        }
        var order = new PurchaseCalls.ResaleOrder(
                listing.id(),
                listing.eventId(),
                buyer.sub(),
                buyer.email(),
                listing.currency(),
                wanted.paymentMethod(),
                wanted.expectedTotal(),
                buyer.deviceId(),
                buyer.address(),
                buyer.accountCreatedAt(),
                buyer.clearance());
        return forwarded(key, order);
    }

    private void requireForSale(Listing listing, Buyer buyer) {
        if (listing.sellerId().equals(buyer.sub())) {
            throw PurchaseProblems.own();
        }
        switch (listing.status()) {
            case PREPARING -> throw Problems.notFound();
            case SOLD, CANCELLED -> throw PurchaseProblems.gone();
            case ACTIVE, CHECKOUT -> {
                if (policies.of(listing.eventId()).isOver(clock.instant())) {
                    throw PurchaseProblems.eventOver();
                }
            }
        }
    }

    private ResponseEntity<byte[]> forwarded(String key, PurchaseCalls.ResaleOrder order) {
        try {
            return Relay.of(guard.call(() -> payment.place(key, order)));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
                throw unavailable(order, refused); // our own credentials, nothing the fan can mend
            }
            return Relay.of(refused);
        } catch (Exception e) {
            throw unavailable(order, e);
        }
    }

    private static RuntimeException unavailable(PurchaseCalls.ResaleOrder order, Exception cause) {
        log.atWarn()
                .addKeyValue("listing_id", order.listingId())
                .setCause(cause)
                .log("payment gave no answer");
        return Problems.unavailable("Payment does not answer; repeat the request with the same Idempotency-Key.");
    }
}
