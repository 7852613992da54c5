/** Orders as we hear of them. */
@NullMarked
package io.boxoffice.notification.order;

import org.jspecify.annotations.NullMarked;
