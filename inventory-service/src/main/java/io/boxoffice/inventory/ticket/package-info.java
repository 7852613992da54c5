/** Tickets and the codes that prove them. */
@NullMarked
package io.boxoffice.inventory.ticket;

import org.jspecify.annotations.NullMarked;
