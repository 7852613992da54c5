package io.boxoffice.analytics.fact;

import java.util.UUID;

/** Remembers which orders buy from a fan: what follows them (capture, refund) does not say it again. */
public interface ResaleOrders {
    void add(UUID orderId);

    boolean contains(UUID orderId);
}
