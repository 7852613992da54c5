package io.boxoffice.payment.hold;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.guard.RemoteGuard;
import io.boxoffice.payment.guard.RemoteGuards;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Held seats, as inventory keeps them. Every call may be repeated; only a definite answer is taken as one. */
@Component
public class Holds {
    private static final Logger log = LoggerFactory.getLogger(Holds.class);

    private record Refusal(@Nullable String code, @Nullable UUID orderId) {}

    private final HoldCalls inventory;
    private final RemoteGuard guard;

    Holds(InternalCalls calls, RemoteGuards guards, HoldProperties properties) {
        this.inventory = calls.client("inventory", HoldCalls.class, properties.timeout());
        this.guard = guards.named("inventory");
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

    /** Takes the hold into checkout for this order, or says that the order has it already. */
    public LockOutcome lock(HoldKey key, @Nullable UUID sessionId) {
        try {
            var checkout = guard.call(() -> inventory.checkout(
                    key.eventId(),
                    key.holdId(),
                    new HoldCalls.CheckoutRequest(key.orderId(), key.userId(), sessionId)));
            return checkout.fence() == null
                    ? new LockOutcome.Unknown()
                    : new LockOutcome.Locked(checkout.fence(), checkout);
        } catch (HttpClientErrorException refused) {
            return refusal(key, refused);
        } catch (Exception e) {
            return unknown(key, "checkout", e, new LockOutcome.Unknown());
        }
    }

    private static LockOutcome refusal(HoldKey key, HttpClientErrorException refused) {
        var refusal = read(refused);
        return switch (refusal.code()) {
            case "hold-expired", "checkout-ended" -> new LockOutcome.Refused("hold-expired");
            case "not-found" -> new LockOutcome.Refused("not-found");
            case "access-token-revoked" -> new LockOutcome.Refused("access-token-revoked");
            case "order-in-progress" -> new LockOutcome.Taken(refusal.orderId());
            case null, default -> unknown(key, "checkout", refused, new LockOutcome.Unknown());
        };
    }

    /** Sells the seats of the hold to its order. */
    public HoldAnswer confirm(HoldKey key, long fence) {
        return settle(key, "confirm", () -> {
            inventory.confirm(
                    key.eventId(), key.holdId(), new HoldCalls.ConfirmRequest(key.orderId(), fence, key.userId()));
            return HoldAnswer.DONE;
        });
    }

    /** Ends the checkout without a sale. */
    public HoldAnswer abandon(HoldKey key, long fence, HoldOutcome outcome, String cause) {
        return settle(key, "abandon", () -> {
            var abandoned = inventory.abandon(
                    key.eventId(), key.holdId(), new HoldCalls.AbandonRequest(key.orderId(), fence, outcome, cause));
            return "ACTIVE".equals(abandoned.status()) ? HoldAnswer.RETURNED : HoldAnswer.DONE;
        });
    }

    /** Takes back the tickets of an order whose money could not be had. */
    public HoldAnswer revoke(HoldKey key, String cause) {
        return settle(key, "revoke", () -> {
            inventory.revoke(key.eventId(), key.orderId(), new HoldCalls.RevokeRequest(cause));
            return HoldAnswer.DONE;
        });
    }

    private HoldAnswer settle(HoldKey key, String what, Callable<HoldAnswer> call) {
        try {
            return guard.call(call);
        } catch (HttpClientErrorException refused) {
            return "fence-lost".equals(read(refused).code())
                    ? HoldAnswer.FENCE_LOST
                    : unknown(key, what, refused, HoldAnswer.UNKNOWN);
        } catch (Exception e) {
            return unknown(key, what, e, HoldAnswer.UNKNOWN);
        }
    }

    private static Refusal read(HttpClientErrorException refused) {
        try {
            var refusal = refused.getResponseBodyAs(Refusal.class);
            return refusal == null ? new Refusal(null, null) : refusal;
        } catch (RuntimeException _) {
            return new Refusal(null, null); // not one of our services' answers
        }
    }

    private static <T> T unknown(HoldKey key, String what, Exception cause, T answer) {
        log.atWarn()
                .addKeyValue("order_id", key.orderId())
                .addKeyValue("call", what)
                .setCause(cause)
                .log("inventory gave no answer");
        return answer;
    }
}
