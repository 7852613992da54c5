/** What payment asks of an order's tickets while it gives money back. */
@NullMarked
package io.boxoffice.inventory.refund;

import org.jspecify.annotations.NullMarked;
