/** The layout of an event: its seats never move, its prices seldom change. */
@NullMarked
package io.boxoffice.inventory.seatmap;

import org.jspecify.annotations.NullMarked;
