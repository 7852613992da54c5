/** When the last seat of an event is gone, and when one comes back. */
@NullMarked
package io.boxoffice.inventory.sale;

import org.jspecify.annotations.NullMarked;
