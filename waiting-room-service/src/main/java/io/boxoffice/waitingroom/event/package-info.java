/** What we know of events: when their sale opens, and whether it has a queue. */
@NullMarked
package io.boxoffice.waitingroom.event;

import org.jspecify.annotations.NullMarked;
