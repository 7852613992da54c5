/** What the confirmation of an order says, from what its owners tell when it is written. */
@NullMarked
package io.boxoffice.notification.confirmation;

import org.jspecify.annotations.NullMarked;
