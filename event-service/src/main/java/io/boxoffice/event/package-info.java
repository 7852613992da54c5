/** Owns venues, events, prices and sale phases; never knows who bought what. */
@NullMarked
package io.boxoffice.event;

import org.jspecify.annotations.NullMarked;
