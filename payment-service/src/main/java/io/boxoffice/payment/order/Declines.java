package io.boxoffice.payment.order;

import io.boxoffice.payment.hold.HoldOutcome;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a decline means for the hold: another card may work, unless this was the last try or a card nobody should try. */
@Component
class Declines {
    private static final Set<String> HARD = Set.of("stolen_card", "lost_card", "fraudulent", "pickup_card");

    private final OrderRows rows;
    private final OrderProperties properties;

    Declines(OrderRows rows, OrderProperties properties) {
        this.rows = rows;
        this.properties = properties;
    }

    /** A buyer has a hold to themselves and may try again; a listing is others' at once. */
    Ending ending(Order order, String declineCode, boolean cancelIntent) {
        boolean over = HARD.contains(declineCode) || isLastTry(order);
        return Ending.declined(declineCode, over ? HoldOutcome.RELEASE : HoldOutcome.RETURN, cancelIntent);
    }

    private boolean isLastTry(Order order) {
        return switch (order.kind()) {
            case PRIMARY -> rows.declinesOf(order) + 1 >= properties.maxAttempts();
            case RESALE -> true;
        };
    }
}
