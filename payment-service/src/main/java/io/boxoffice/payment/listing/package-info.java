/** What we ask of resale-service about listed tickets. */
@NullMarked
package io.boxoffice.payment.listing;

import org.jspecify.annotations.NullMarked;
