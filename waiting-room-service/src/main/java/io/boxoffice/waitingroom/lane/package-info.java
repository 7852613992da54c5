/**
 * The short way for what millions ask for at once: joins, polls and the status of a line need no more of the framework than their
 * proof. Only what is well-formed and allowed is answered here; all else takes the long way, where it is refused.
 */
@NullMarked
package io.boxoffice.waitingroom.lane;

import org.jspecify.annotations.NullMarked;
