/** A fan's tickets of all events, whatever shards they are in. */
@NullMarked
package io.boxoffice.inventory.wallet;

import org.jspecify.annotations.NullMarked;
