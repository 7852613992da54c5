/** Blocks: seats that an organiser keeps from sale, for the house, the artist, or a later phase. */
@NullMarked
package io.boxoffice.inventory.block;

import org.jspecify.annotations.NullMarked;
