package io.boxoffice.payment.order;

import io.boxoffice.payment.event.EventPolicies;
import io.boxoffice.payment.pricing.FeeTerms;
import io.boxoffice.payment.pricing.Price;
import io.boxoffice.payment.pricing.Seat;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an order costs: seats and the event's fees; resold seats cost what their seller asks and nothing more. */
@Component
class OrderPrices {
    private final EventPolicies policies;

    OrderPrices(EventPolicies policies) {
        this.policies = policies;
    }

    Price of(Order order, List<Seat> seats) {
        var terms = switch (order.kind()) {
            case PRIMARY -> policies.of(order.eventId()).fees();
            case RESALE -> FeeTerms.NONE;
        };
        return Price.of(seats, terms, order.currency());
    }
}
