/** An event on its way from one shard to another while it is sold, and what operators see and say of shards. */
@NullMarked
package io.boxoffice.inventory.move;

import org.jspecify.annotations.NullMarked;
