/** What {@code ./boxoffice} says and does at the terminal. */
@NullMarked
package io.boxoffice.fleet.cli;

import org.jspecify.annotations.NullMarked;
