/** What tickets cost with fees and tax; pure arithmetic. */
@NullMarked
package io.boxoffice.payment.pricing;

import org.jspecify.annotations.NullMarked;
