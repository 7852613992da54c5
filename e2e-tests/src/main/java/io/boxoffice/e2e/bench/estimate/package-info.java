/** An on-sale's line in virtual time, and what its fans are told by the estimator of the waiting room and by others. */
@NullMarked
package io.boxoffice.e2e.bench.estimate;

import org.jspecify.annotations.NullMarked;
