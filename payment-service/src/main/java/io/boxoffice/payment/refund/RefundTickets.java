package io.boxoffice.payment.refund;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.payment.guard.RemoteGuard;
import io.boxoffice.payment.guard.RemoteGuards;
import io.boxoffice.payment.hold.HoldProperties;
import io.boxoffice.payment.order.Order;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** The tickets of a refund, as inventory keeps them. Every call may be repeated; only a definite answer is taken as one. */
@Component
class RefundTickets {
    private static final Logger log = LoggerFactory.getLogger(RefundTickets.class);

    private final RefundCalls inventory;
    private final RemoteGuard guard;

    RefundTickets(InternalCalls calls, RemoteGuards guards, HoldProperties properties) {
        this.inventory = calls.client("inventory", RefundCalls.class, properties.timeout());
        this.guard = guards.named("inventory");
    }

    /** What inventory answered. */
    sealed interface Answer {
        record Done() implements Answer {}

        /** The order has no such ticket any more. */
        record Gone() implements Answer {}

        /** A definite no: {@code ticket-used, ticket-locked}. */
        record Refused(String code) implements Answer {}

        /** Nobody can tell; ask again. */
        record Unknown() implements Answer {}
    }

    private record Refusal(@Nullable String code) {}

    private interface Call {
        void run();
    }

    /** For a cancelled event whatever tickets the order still has; else the very seats, none less. */
    Answer lock(Refund refund, Order order) {
        var seats = refund.cause() == RefundCause.EVENT_CANCELLED ? null : refund.seatIds();
        var request = new RefundCalls.LockRequest(seats, refund.force());
        return ask("lock", refund, () -> inventory.lock(order.eventId(), order.id(), refund.id(), request));
    }

    Answer revoke(Refund refund, Order order) {
        var request = new RefundCalls.CauseRequest(refund.cause());
        return ask("revoke", refund, () -> inventory.revoke(order.eventId(), order.id(), refund.id(), request));
    }

    Answer free(Refund refund, Order order) {
        var request = new RefundCalls.CauseRequest(refund.cause());
        return ask("free", refund, () -> inventory.free(order.eventId(), order.id(), refund.id(), request));
    }

    Answer restore(Refund refund, Order order) {
        return ask("restore", refund, () -> inventory.restore(order.eventId(), order.id(), refund.id()));
    }

    private Answer ask(String what, Refund refund, Call call) {
        try {
            guard.call(() -> {
                call.run();
                return true;
            });
            return new Answer.Done();
        } catch (HttpClientErrorException refused) {
            return switch (code(refused)) {
                case "ticket-used", "ticket-locked" -> new Answer.Refused(code(refused));
                case "not-found" -> new Answer.Gone();
                default -> unknown(what, refund, refused);
            };
        } catch (Exception e) {
            return unknown(what, refund, e);
        }
    }

    private static String code(HttpClientErrorException refused) {
        try {
            var refusal = refused.getResponseBodyAs(Refusal.class);
            return refusal == null || refusal.code() == null ? "" : refusal.code();
        } catch (RuntimeException _) {
            return ""; // not one of our services' answers
        }
    }

    private static Answer unknown(String what, Refund refund, Exception cause) {
        log.atWarn()
                .addKeyValue("refund_id", refund.id())
                .addKeyValue("call", what)
                .setCause(cause)
                .log("inventory gave no answer");
        return new Answer.Unknown();
    }
}
