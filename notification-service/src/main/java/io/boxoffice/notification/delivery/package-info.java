/** One message per cause: queued, sent at most once, none lost. */
@NullMarked
package io.boxoffice.notification.delivery;

import org.jspecify.annotations.NullMarked;
