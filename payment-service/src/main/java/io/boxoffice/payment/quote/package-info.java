/** The price of a hold, before ordering. */
@NullMarked
package io.boxoffice.payment.quote;

import org.jspecify.annotations.NullMarked;
