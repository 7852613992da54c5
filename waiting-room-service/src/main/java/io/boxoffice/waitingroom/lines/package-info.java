/** The life of a line as a whole: its beginning, and its return after a loss. */
@NullMarked
package io.boxoffice.waitingroom.lines;

import org.jspecify.annotations.NullMarked;
