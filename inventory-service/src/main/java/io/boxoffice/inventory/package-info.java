/** The service that owns seats, holds and tickets; it never knows a card. */
@NullMarked
package io.boxoffice.inventory;

import org.jspecify.annotations.NullMarked;
