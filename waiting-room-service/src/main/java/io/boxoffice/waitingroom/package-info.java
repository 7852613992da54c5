/** One fair line per event: it owns places, admission, sessions and access tokens; it never knows seats or money. */
@NullMarked
package io.boxoffice.waitingroom;

import org.jspecify.annotations.NullMarked;
