package io.boxoffice.notification.letter;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Payment, for the receipt on paper. */
interface ReceiptCalls {

    @GetExchange("/internal/orders/{order_id}/receipt.pdf")
    byte[] receipt(@PathVariable("order_id") UUID orderId);
}
