/** How we speak to Redis: one script is one change, and which events have a line there. */
@NullMarked
package io.boxoffice.waitingroom.redis;

import org.jspecify.annotations.NullMarked;
