/** What fraud-service thinks of whoever orders, asked just before an order is placed. */
@NullMarked
package io.boxoffice.payment.risk;

import org.jspecify.annotations.NullMarked;
