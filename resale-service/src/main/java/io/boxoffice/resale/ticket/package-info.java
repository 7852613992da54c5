/** What we ask of inventory about single tickets. */
@NullMarked
package io.boxoffice.resale.ticket;

import org.jspecify.annotations.NullMarked;
