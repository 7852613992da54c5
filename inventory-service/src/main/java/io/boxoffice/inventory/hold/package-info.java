/** Holds: a fan's short, exclusive claim on seats. */
@NullMarked
package io.boxoffice.inventory.hold;

import org.jspecify.annotations.NullMarked;
