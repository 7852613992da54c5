package io.boxoffice.payment.listing;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.payment.guard.RemoteGuards;
import io.boxoffice.payment.hold.HoldAnswer;
import io.boxoffice.payment.hold.HoldKey;
import io.boxoffice.payment.hold.HoldOutcome;
import io.boxoffice.payment.hold.KeeperGuard;
import io.boxoffice.payment.hold.LockOutcome;
import io.boxoffice.payment.hold.SeatKeeper;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets that fans offer to each other, as resale-service keeps them; the key's hold is the listing. */
@Component
public class Listings implements SeatKeeper {
    private final ListingCalls resale;
    private final KeeperGuard keeper;

    Listings(InternalCalls calls, RemoteGuards guards, ListingProperties properties) {
        this.resale = calls.client("resale", ListingCalls.class, properties.timeout());
        this.keeper = new KeeperGuard("resale", guards.named("resale"));
    }

    @Override
    public LockOutcome lock(HoldKey key, @Nullable UUID sessionId) {
        var request = new ListingCalls.CheckoutRequest(key.orderId(), key.userId());
        return keeper.lock(key, () -> resale.checkout(key.holdId(), request));
    }

    @Override
    public HoldAnswer confirm(HoldKey key, long fence) {
        var request = new ListingCalls.ConfirmRequest(key.orderId(), fence, key.userId());
        return keeper.settle(key, "confirm", () -> {
            resale.confirm(key.holdId(), request);
            return HoldAnswer.DONE;
        });
    }

    /** The listing is for sale again, to anybody: never the buyer's to keep. */
    @Override
    public HoldAnswer abandon(HoldKey key, long fence, HoldOutcome outcome, String cause) {
        var request = new ListingCalls.AbandonRequest(key.orderId(), fence, outcome, cause);
        return keeper.settle(key, "abandon", () -> {
            resale.abandon(key.holdId(), request);
            return HoldAnswer.DONE;
        });
    }
}
