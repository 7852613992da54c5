/** The best seats that are free, for who does not want to choose. */
@NullMarked
package io.boxoffice.inventory.best;

import org.jspecify.annotations.NullMarked;
