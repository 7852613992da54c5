/** The payment provider: one interface, one adapter. */
@NullMarked
package io.boxoffice.payment.provider;

import org.jspecify.annotations.NullMarked;
