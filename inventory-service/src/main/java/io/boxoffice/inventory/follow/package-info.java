/** Keeps up with the seats of the events that somebody looks at: one query for all who look. */
@NullMarked
package io.boxoffice.inventory.follow;

import org.jspecify.annotations.NullMarked;
