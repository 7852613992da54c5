package io.boxoffice.payment.hold;

import io.boxoffice.payment.guard.RemoteGuard;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;

/** Makes the calls to a keeper of seats within its guard and reads what it refuses; only a definite answer is taken as one. */
public final class KeeperGuard {
    private static final Logger log = LoggerFactory.getLogger(KeeperGuard.class);

    private record Refusal(
            @Nullable String code,
            @Nullable UUID orderId,
            @Nullable Integer limit,
            @Nullable Integer used) {
        static final Refusal UNREADABLE = new Refusal(null, null, null, null);

        @Nullable
        TicketLimit ticketLimit() {
            return limit == null || used == null ? null : new TicketLimit(limit, used);
        }
    }

    private final String keeper;
    private final RemoteGuard guard;

    /** @param keeper the service's name, for the log */
    public KeeperGuard(String keeper, RemoteGuard guard) {
        this.keeper = keeper;
        this.guard = guard;
    }

    /** Asks for seats. */
    public LockOutcome lock(HoldKey key, Callable<Checkout> call) {
        try {
            var checkout = guard.call(call);
            return checkout.fence() == null
                    ? new LockOutcome.Unknown()
                    : new LockOutcome.Locked(checkout.fence(), checkout);
        } catch (HttpClientErrorException refused) {
            return refusal(key, refused);
        } catch (Exception e) {
            return unknown(key, "checkout", e, new LockOutcome.Unknown());
        }
    }

    private LockOutcome refusal(HoldKey key, HttpClientErrorException refused) {
        var refusal = read(refused);
        return switch (refusal.code()) {
            case "hold-expired", "checkout-ended" -> new LockOutcome.Refused("hold-expired", null);
            case "listing-gone", "not-found", "access-token-revoked" -> new LockOutcome.Refused(refusal.code(), null);
            case "ticket-limit" -> new LockOutcome.Refused("ticket-limit", refusal.ticketLimit());
            case "order-in-progress" -> new LockOutcome.Taken(refusal.orderId());
            case null, default -> unknown(key, "checkout", refused, new LockOutcome.Unknown());
        };
    }

    /** Says what is to become of seats in checkout. */
    public HoldAnswer settle(HoldKey key, String what, Callable<HoldAnswer> call) {
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
            return refusal == null ? Refusal.UNREADABLE : refusal;
        } catch (RuntimeException _) {
            return Refusal.UNREADABLE; // not one of our services' answers
        }
    }

    private <T> T unknown(HoldKey key, String what, Exception cause, T answer) {
        log.atWarn()
                .addKeyValue("order_id", key.orderId())
                .addKeyValue("keeper", keeper)
                .addKeyValue("call", what)
                .setCause(cause)
                .log("no answer about seats");
        return answer;
    }
}
