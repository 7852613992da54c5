/** The checker: reads the truth behind the API and judges one sale by the invariants of the platform. */
@NullMarked
package io.boxoffice.e2e.check;

import org.jspecify.annotations.NullMarked;
