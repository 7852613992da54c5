/** The double-entry ledger: what was charged, given back and owed, and whether it agrees with the provider. */
@NullMarked
package io.boxoffice.payment.ledger;

import org.jspecify.annotations.NullMarked;
