/** Refunds: money back for tickets, and the seats for sale again. */
@NullMarked
package io.boxoffice.payment.refund;

import org.jspecify.annotations.NullMarked;
