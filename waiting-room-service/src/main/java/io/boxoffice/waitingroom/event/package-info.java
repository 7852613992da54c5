/** What we know of events: when their sale opens, whether it has a queue, and whether they take place. */
@NullMarked
package io.boxoffice.waitingroom.event;

import org.jspecify.annotations.NullMarked;
