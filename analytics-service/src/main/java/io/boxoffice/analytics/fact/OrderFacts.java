package io.boxoffice.analytics.fact;

import static io.boxoffice.analytics.fact.Facts.once;

import io.boxoffice.analytics.figure.Fact;
import io.boxoffice.analytics.figure.Metric;
import io.boxoffice.common.messaging.Incoming;
import java.time.Instant;
import java.util.ArrayList;

/**
 * What orders add. Every order counts among the orders; revenue, tickets and the funnel are the box office's own: what fans sell
 * to fans is the resale's.
 */
final class OrderFacts {
    private OrderFacts() {}

    static Reading of(Incoming message, ResaleOrders resale) {
        return switch (message.name()) {
            case "OrderPlaced" -> placed(message.as(Heard.Placed.class), resale);
            case "OrderConfirmed" -> confirmed(message.as(Heard.Confirmed.class), resale);
            case "OrderDeclined" -> declined(message.as(Heard.Declined.class));
            case "OrderExpired" -> moved(message, Metric.EXPIRED);
            case "OrderVoided" -> moved(message, Metric.VOIDED);
            case "PaymentCaptured" -> captured(message, resale);
            case "OrderRefunded" -> refunded(message.as(Heard.Refunded.class), resale);
            case "CaptureFailed", "OrderStuck", "RefundFailed" -> Facts.ignored();
            default -> new Reading.Unknown();
        };
    }

    private static Reading placed(Heard.Placed order, ResaleOrders resale) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.one(Metric.PLACED, order.occurredAt()));
        if (order.kind() == Heard.Kind.RESALE) {
            resale.add(order.orderId());
        } else {
            facts.add(Fact.one(Metric.FUNNEL_ORDERED, order.occurredAt()));
        }
        return once("placed", order.orderId(), order.eventId(), facts.toArray(Fact[]::new));
    }

    private static Reading confirmed(Heard.Confirmed order, ResaleOrders resale) {
        Instant at = order.occurredAt();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.one(Metric.CONFIRMED, at));
        if (order.kind() == Heard.Kind.RESALE) {
            resale.add(order.orderId());
        } else {
            facts.add(Fact.one(Metric.FUNNEL_CONFIRMED, at));
            facts.add(Fact.of(Metric.TICKETS, order.items().size(), at));
            facts.add(Fact.money(Metric.REVENUE, order.currency(), order.totalAmount(), at));
        }
        return once("confirmed", order.orderId(), order.eventId(), facts.toArray(Fact[]::new));
    }

    private static Reading declined(Heard.Declined order) {
        var declined = Fact.one(Metric.DECLINED, order.occurredAt());
        return order.holdReturned()
                ? once("declined", order.orderId(), order.eventId(), declined)
                : once(
                        "declined",
                        order.orderId(),
                        order.eventId(),
                        declined,
                        Fact.one(Metric.DECLINED_FOR_GOOD, order.occurredAt()));
    }

    private static Reading moved(Incoming message, Metric metric) {
        var order = message.as(Heard.Moved.class);
        return once(message.name(), order.orderId(), order.eventId(), Fact.one(metric, order.occurredAt()));
    }

    private static Reading captured(Incoming message, ResaleOrders resale) {
        var order = message.as(Heard.Moved.class);
        return resale.contains(order.orderId()) ? Facts.ignored() : moved(message, Metric.FUNNEL_CAPTURED);
    }

    private static Reading refunded(Heard.Refunded refund, ResaleOrders resale) {
        Instant at = refund.occurredAt();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.one(Metric.REFUNDS, at));
        facts.add(Fact.money(Metric.REFUND_AMOUNT, refund.currency(), refund.amount(), at));
        if (refund.full()) {
            facts.add(Fact.one(Metric.REFUNDED, at));
        }
        if (!resale.contains(refund.orderId())) {
            facts.add(Fact.money(
                    Metric.REVENUE, refund.currency(), refund.amount().negate(), at));
        }
        return once("refund", refund.refundId(), refund.eventId(), facts.toArray(Fact[]::new));
    }
}
