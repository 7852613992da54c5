/** Clearances and the keys that verify them. */
@NullMarked
package io.boxoffice.fraud.clearance;

import org.jspecify.annotations.NullMarked;
