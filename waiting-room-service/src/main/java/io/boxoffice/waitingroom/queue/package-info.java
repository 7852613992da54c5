/** The line: joining, polling, leaving, and what everybody may see of it. */
@NullMarked
package io.boxoffice.waitingroom.queue;

import org.jspecify.annotations.NullMarked;
