/** The short way for what millions ask for again and again: polls, which carry their own proof, need no more of the framework. */
@NullMarked
package io.boxoffice.waitingroom.lane;

import org.jspecify.annotations.NullMarked;
