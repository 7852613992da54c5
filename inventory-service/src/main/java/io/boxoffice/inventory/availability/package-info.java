/** What is free, held and sold, at most about a second old. */
@NullMarked
package io.boxoffice.inventory.availability;

import org.jspecify.annotations.NullMarked;
