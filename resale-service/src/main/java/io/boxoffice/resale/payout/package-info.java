/** What sellers are owed, and when. */
@NullMarked
package io.boxoffice.resale.payout;

import org.jspecify.annotations.NullMarked;
