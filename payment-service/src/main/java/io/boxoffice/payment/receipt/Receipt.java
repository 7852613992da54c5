package io.boxoffice.payment.receipt;

import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.refund.Refunds.PaidBack;
import java.time.Instant;
import java.util.List;

/**
 * What a receipt says.
 *
 * @param number for people
 * @param event what it is called
 */
record Receipt(String number, Instant issuedAt, String event, Order order, List<PaidBack> paidBack) {}
