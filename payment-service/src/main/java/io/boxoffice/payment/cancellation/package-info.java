/** Events that will not take place: everybody who paid gets their money back, once. */
@NullMarked
package io.boxoffice.payment.cancellation;

import org.jspecify.annotations.NullMarked;
