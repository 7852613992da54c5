package io.boxoffice.payment.order;

import static io.boxoffice.payment.order.OrderSaga.Progress.MOVED;
import static io.boxoffice.payment.order.OrderSaga.Progress.UNKNOWN;

import io.boxoffice.payment.order.OrderSaga.Progress;
import io.boxoffice.payment.provider.Answer;
import io.boxoffice.payment.provider.PaymentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The saga's dealings with the provider. */
@Component
class OrderPayment {
    private static final Logger log = LoggerFactory.getLogger(OrderPayment.class);
    private static final String UNUSABLE = "invalid_payment_method";
    private static final String ACTION_NEEDED = "authentication_required";

    private final PaymentProvider provider;
    private final OrderTransitions transitions;
    private final Declines declines;
    private final OrderProperties properties;

    OrderPayment(
            PaymentProvider provider, OrderTransitions transitions, Declines declines, OrderProperties properties) {
        this.provider = provider;
        this.transitions = transitions;
        this.declines = declines;
        this.properties = properties;
    }

    /** Repeating it under its key finds the intent of a lost answer. */
    Progress intend(Order order) {
        var wanted = new PaymentProvider.NewIntent(
                order.id(),
                order.eventId(),
                order.holdId(),
                order.userId(),
                order.total(),
                order.currency(),
                order.paymentMethod());
        return switch (provider.create(wanted)) {
            case Answer.Intent made
            when made.state() == Answer.State.DECLINED ->
                end(order, declines.ending(order, String.valueOf(made.declineCode()), false));
            case Answer.Intent made -> {
                transitions.intended(order, made.id());
                yield MOVED;
            }
            case Answer.Refused refused
            when refused.paymentMethodUnusable() -> end(order, declines.ending(order, UNUSABLE, false));
            case Answer.Refused _, Answer.Unknown _ -> UNKNOWN;
        };
    }

    /** It is written down that the confirmation was sent before it is: from then on money may be reserved. */
    Progress confirm(Order order) {
        if (order.isOlderThan(properties.unconfirmedAfter())) {
            return end(order, Ending.unpaid());
        }
        if (!transitions.confirming(order)) {
            return MOVED;
        }
        return settle(order.confirming(), provider.confirm(order.id(), order.requiredIntent()));
    }

    /** Never again without a look: only an intent that is still unconfirmed is confirmed again, under the same key. */
    Progress look(Order order) {
        var seen = provider.retrieve(order.requiredIntent());
        if (!(seen instanceof Answer.Intent intent) || intent.state() != Answer.State.UNCONFIRMED) {
            return settle(order, seen);
        }
        return order.isOlderThan(properties.unconfirmedAfter())
                ? end(order, Ending.unpaid())
                : settle(order, provider.confirm(order.id(), order.requiredIntent()));
    }

    private Progress settle(Order order, Answer answer) {
        return switch (answer) {
            case Answer.Intent intent -> settle(order, intent);
            case Answer.Refused refused
            when refused.paymentMethodUnusable() -> end(order, declines.ending(order, UNUSABLE, true));
            case Answer.Refused _, Answer.Unknown _ -> UNKNOWN;
        };
    }

    private Progress settle(Order order, Answer.Intent intent) {
        return switch (intent.state()) {
            case AUTHORIZED, CAPTURED -> {
                transitions.authorized(order);
                yield MOVED;
            }
            case DECLINED -> end(order, declines.ending(order, String.valueOf(intent.declineCode()), false));
            case ACTION_REQUIRED -> end(order, declines.ending(order, ACTION_NEEDED, true));
            case CANCELED -> end(order, Ending.unpaid());
            case UNCONFIRMED, PROCESSING -> UNKNOWN;
        };
    }

    /** Whether it is certain that the order's intent reserves nothing and never will. */
    boolean isGivenUp(Order order) {
        if (order.paymentIntent() == null || !order.requiredEnding().cancelIntent()) {
            return true;
        }
        var answer = provider.cancel(order.id(), order.requiredIntent());
        if (answer instanceof Answer.Intent intent && intent.state() == Answer.State.CAPTURED) {
            log.atError().addKeyValue("order_id", order.id()).log("captured without a sale");
        }
        return answer instanceof Answer.Intent intent && intent.state() == Answer.State.CANCELED;
    }

    private Progress end(Order order, Ending ending) {
        transitions.closing(order, ending);
        return MOVED;
    }
}
