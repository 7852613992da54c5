/** What we hear from the catalogue: an event that was published gets its seats. */
@NullMarked
package io.boxoffice.inventory.event;

import org.jspecify.annotations.NullMarked;
