package io.boxoffice.payment.order;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change of an order: the step it goes to, and the columns of {@code move-order.sql} it writes; others stay. */
record Move(Step to, Map<String, @Nullable Object> columns) {

    static Move to(Step to) {
        return new Move(to, Map.of());
    }

    Move as(OrderStatus status) {
        return with("status", status.name());
    }

    Move with(String column, @Nullable Object value) {
        var more = new HashMap<String, @Nullable Object>(columns);
        more.put(column, value);
        return new Move(to, more);
    }
}
