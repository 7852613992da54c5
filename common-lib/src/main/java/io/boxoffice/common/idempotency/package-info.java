/** Idempotency-Key: the stored answer beside the effect. */
@NullMarked
package io.boxoffice.common.idempotency;

import org.jspecify.annotations.NullMarked;
