/** What orders need to know of events: a projection of the catalogue. */
@NullMarked
package io.boxoffice.payment.event;

import org.jspecify.annotations.NullMarked;
