/** Owns what has been written to whom, once per cause; keeps no address but those of opt-ins. */
@NullMarked
package io.boxoffice.notification;

import org.jspecify.annotations.NullMarked;
