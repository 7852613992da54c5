/** How fast and how many: what operators say of a line, and the controller that follows the load while they do not. */
@NullMarked
package io.boxoffice.waitingroom.control;

import org.jspecify.annotations.NullMarked;
