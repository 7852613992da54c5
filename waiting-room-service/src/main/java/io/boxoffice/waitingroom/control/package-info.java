/** What operators say of a line: how fast, how many, and a word to those waiting. */
@NullMarked
package io.boxoffice.waitingroom.control;

import org.jspecify.annotations.NullMarked;
