/** A listing on its way to its buyer; for payment alone. */
@NullMarked
package io.boxoffice.resale.checkout;

import org.jspecify.annotations.NullMarked;
