/** What payment asks of a hold: lock it for an order, turn it into tickets, or give it up. */
@NullMarked
package io.boxoffice.inventory.checkout;

import org.jspecify.annotations.NullMarked;
