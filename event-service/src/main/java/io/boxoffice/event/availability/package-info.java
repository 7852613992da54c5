/** How much is left, as inventory last told. */
@NullMarked
package io.boxoffice.event.availability;

import org.jspecify.annotations.NullMarked;
