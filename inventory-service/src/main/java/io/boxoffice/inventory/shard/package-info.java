/** Which database has an event's seats, and the way to it. */
@NullMarked
package io.boxoffice.inventory.shard;

import org.jspecify.annotations.NullMarked;
