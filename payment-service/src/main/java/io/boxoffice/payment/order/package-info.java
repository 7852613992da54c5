/** Orders: the saga from a hold to confirmed seats, its states, its API. */
@NullMarked
package io.boxoffice.payment.order;

import org.jspecify.annotations.NullMarked;
