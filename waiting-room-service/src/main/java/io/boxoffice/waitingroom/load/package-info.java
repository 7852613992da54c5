/** How hard the services that sell are pressed, as they tell it themselves. */
@NullMarked
package io.boxoffice.waitingroom.load;

import org.jspecify.annotations.NullMarked;
