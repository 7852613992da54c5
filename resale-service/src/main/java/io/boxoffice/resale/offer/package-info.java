/** Where fans list tickets, look at what is offered, and take listings back. */
@NullMarked
package io.boxoffice.resale.offer;

import org.jspecify.annotations.NullMarked;
