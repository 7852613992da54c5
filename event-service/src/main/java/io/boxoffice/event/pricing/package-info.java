/** Prices and fees of an event. */
@NullMarked
package io.boxoffice.event.pricing;

import org.jspecify.annotations.NullMarked;
