package io.boxoffice.payment.hold;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.guard.RemoteGuard;
import io.boxoffice.payment.guard.RemoteGuards;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Held seats, as inventory keeps them. */
@Component
public class Holds implements SeatKeeper {
    private static final Logger log = LoggerFactory.getLogger(Holds.class);

    private final HoldCalls inventory;
    private final RemoteGuard guard;
    private final KeeperGuard keeper;

    Holds(InternalCalls calls, RemoteGuards guards, HoldProperties properties) {
        this.inventory = calls.client("inventory", HoldCalls.class, properties.timeout());
        this.guard = guards.named("inventory");
        this.keeper = new KeeperGuard("inventory", guard);
    }

    /**
     * Looks at a fan's hold.
     *
     * @throws io.boxoffice.common.web.ProblemException 404, 410 {@code hold-expired}, 503
     */
    public Checkout find(UUID eventId, UUID holdId, UUID userId) {
        try {
            return guard.call(() -> inventory.find(eventId, holdId, userId));
        } catch (HttpClientErrorException.NotFound _) {
            throw Problems.notFound();
        } catch (HttpClientErrorException.Gone _) {
            throw HoldProblems.expired();
        } catch (Exception e) {
            log.atWarn().addKeyValue("hold_id", holdId).setCause(e).log("hold cannot be looked at");
            throw Problems.unavailable("The hold cannot be looked at now; repeat the request.");
        }
    }

    @Override
    public LockOutcome lock(HoldKey key, @Nullable UUID sessionId) {
        var request = new HoldCalls.CheckoutRequest(key.orderId(), key.userId(), sessionId);
        return keeper.lock(key, () -> inventory.checkout(key.eventId(), key.holdId(), request));
    }

    @Override
    public HoldAnswer confirm(HoldKey key, long fence) {
        var request = new HoldCalls.ConfirmRequest(key.orderId(), fence, key.userId());
        return keeper.settle(key, "confirm", () -> {
            inventory.confirm(key.eventId(), key.holdId(), request);
            return HoldAnswer.DONE;
        });
    }

    @Override
    public HoldAnswer abandon(HoldKey key, long fence, HoldOutcome outcome, String cause) {
        var request = new HoldCalls.AbandonRequest(key.orderId(), fence, outcome, cause);
        return keeper.settle(key, "abandon", () -> {
            var abandoned = inventory.abandon(key.eventId(), key.holdId(), request);
            return "ACTIVE".equals(abandoned.status()) ? HoldAnswer.RETURNED : HoldAnswer.DONE;
        });
    }

    /** Takes back the tickets of an order whose money could not be had. */
    public HoldAnswer revoke(HoldKey key, String cause) {
        return keeper.settle(key, "revoke", () -> {
            inventory.revoke(key.eventId(), key.orderId(), new HoldCalls.RevokeRequest(cause));
            return HoldAnswer.DONE;
        });
    }
}
