/** Taking authorised money after the seats are confirmed. */
@NullMarked
package io.boxoffice.payment.capture;

import org.jspecify.annotations.NullMarked;
