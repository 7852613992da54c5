/** Tickets on paper. */
@NullMarked
package io.boxoffice.inventory.pdf;

import org.jspecify.annotations.NullMarked;
