/** Owns what has been written to whom, once per cause; keeps no address. */
@NullMarked
package io.boxoffice.notification;

import org.jspecify.annotations.NullMarked;
