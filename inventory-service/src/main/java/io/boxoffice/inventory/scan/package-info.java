/** The gate: a ticket lets in once. */
@NullMarked
package io.boxoffice.inventory.scan;

import org.jspecify.annotations.NullMarked;
