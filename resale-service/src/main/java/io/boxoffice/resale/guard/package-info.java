/** Bounds around calls to others: bulkhead and breaker. */
@NullMarked
package io.boxoffice.resale.guard;

import org.jspecify.annotations.NullMarked;
