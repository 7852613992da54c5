/** Bounds around calls to others: bulkhead and breaker. */
@NullMarked
package io.boxoffice.payment.guard;

import org.jspecify.annotations.NullMarked;
