/** Orders that were confirmed, and what is left of them. */
@NullMarked
package io.boxoffice.notification.order;

import org.jspecify.annotations.NullMarked;
