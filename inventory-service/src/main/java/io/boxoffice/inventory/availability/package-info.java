/** What is free, held and sold; during a sale a picture is about a second old. */
@NullMarked
package io.boxoffice.inventory.availability;

import org.jspecify.annotations.NullMarked;
