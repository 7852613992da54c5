/** Receipts, for buyers and their books. */
@NullMarked
package io.boxoffice.payment.receipt;

import org.jspecify.annotations.NullMarked;
