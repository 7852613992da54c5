package io.boxoffice.payment.provider;

import java.math.BigDecimal;
import java.util.UUID;

/** Who gives money back. The refund's id is the key, so that repeating one is never a second refund. */
public interface RefundProvider {

    /** What a refund is made of; the amount has two decimals. */
    record NewRefund(UUID refundId, UUID orderId, String intent, BigDecimal amount) {}

    /** Gives the money back to the card that paid. */
    RefundAnswer refund(NewRefund refund);

    /** Looks for a refund of this intent. */
    RefundAnswer look(String intent, UUID refundId);
}
