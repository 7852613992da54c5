/** One ticket on its way from one fan to another: offered, in a buyer's checkout, reassigned. */
@NullMarked
package io.boxoffice.inventory.resale;

import org.jspecify.annotations.NullMarked;
