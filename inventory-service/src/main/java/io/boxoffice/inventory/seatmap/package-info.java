/** The layout of an event's seats, which never changes. */
@NullMarked
package io.boxoffice.inventory.seatmap;

import org.jspecify.annotations.NullMarked;
